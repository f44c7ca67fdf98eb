package quorumbook.labs.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GivenTest {
    private final Given given =
            Given.from(1).put("root", "/shop-4f2a").put("rootcount", "7").done();

    @Test
    void fillsBothWaysOfWritingAName() {
        assertThat(given.fill("zk ls $root/x ${root}x")).isEqualTo("zk ls /shop-4f2a/x /shop-4f2ax");
    }

    @Test
    void takesTheLongestName() {
        assertThat(given.fill("$rootcount")).isEqualTo("7");
    }

    @Test
    void leavesWhatIsNotGiven() {
        assertThat(given.fill("$HOME costs 5$ ${nobody")).isEqualTo("$HOME costs 5$ ${nobody");
    }

    @Test
    void anUnknownNameListsTheKnownOnes() {
        assertThatThrownBy(() -> given.value("rot")).hasMessageContaining("root");
    }
}
