package quorumbook.repl.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void aPlainNameStaysAsItIs() {
        for (String name : new String[] {"alice", "Bob.Smith", "x_1@example.org", "Zoë", "李雷", "محمد", "नमस्ते"}) {
            assertThat(Names.key(name)).isEqualTo(name);
        }
    }

    @Test
    void anythingBecomesAKeyThatHarmsNoFileAndNoPage() {
        Random random = new Random(20261122);
        for (int trial = 0; trial < 20_000; trial++) {
            String name = random.ints(random.nextInt(80), 0, Character.MAX_CODE_POINT)
                    .map(point -> random.nextInt(4) == 0 ? point : point % 0x250)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();

            String key = Names.key(name);

            assertThat(key).matches("[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}._@+-]*").doesNotContain("..", "--");
            assertThat(key).doesNotEndWith(".");
            assertThat(key.getBytes(StandardCharsets.UTF_8).length).isLessThan(75);
            assertThat(Names.shown(name)).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]");
        }
    }

    @Test
    void twoLongNamesThatBeginAlikeStayTwo() {
        String long1 = "x".repeat(200) + "1";
        String long2 = "x".repeat(200) + "2";

        assertThat(Names.key(long1)).hasSize(72).isNotEqualTo(Names.key(long2));
    }
}
