package quorumbook.repl.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubmissionTest {
    private static final Map<String, String> GIVEN = Map.of("app", "/shop-4f2a", "apple", "red-77", "n", "3");

    @Test
    void aNameStandsForItsValue() {
        assertThat(Submission.particular("zk create $app/x ${apple}", GIVEN))
                .isEqualTo("zk create /shop-4f2a/x red-77");
    }

    @Test
    void aLongerNameIsNotCutByAShorter() {
        assertThat(Submission.particular("zk get $apple $app", GIVEN)).isEqualTo("zk get red-77 /shop-4f2a");
    }

    @Test
    void whatIsNotGivenStaysAsItIs() {
        assertThat(Submission.particular("zk create /a $price", GIVEN)).isEqualTo("zk create /a $price");
    }

    @Test
    void aSavedLineFitsOtherValues() {
        List<String> lines = Submission.lines(List.of("zk create /shop-4f2a/x red-77", "int n = 3;"), GIVEN);
        assertThat(lines).containsExactly("zk create ${app}/x ${apple}", "int n = 3;");
    }

    @Test
    void shortValuesAreLeftAloneSinceTheyMayMeanSomethingElse() {
        assertThat(Submission.lines(List.of("kafka-topics --partitions 3"), GIVEN))
                .containsExactly("kafka-topics --partitions 3");
    }
}
