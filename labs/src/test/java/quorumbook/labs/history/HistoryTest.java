package quorumbook.labs.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private final History history = new History(
            new Given(1, Map.of()),
            List.of(noted("trial", "1"), noted("seen", "a"), noted("trial", "2"), noted("seen", "b")));

    @Test
    void aValueIsTheLastThatWasNoted() {
        assertThat(history.noted("trial")).contains("2");
        assertThat(history.timesNoted("trial")).isEqualTo(2);
        assertThat(history.lastNoted("trial")).hasValue(2);
    }

    @Test
    void whatFollowsTheLastNoteBeginsWithIt() {
        assertThat(history.sinceLast("trial").orElseThrow().events())
                .containsExactly(noted("trial", "2"), noted("seen", "b"));
    }

    @Test
    void whatWasNeverNotedIsFollowedByNothing() {
        assertThat(history.noted("other")).isEmpty();
        assertThat(history.timesNoted("other")).isZero();
        assertThat(history.lastNoted("other")).isEmpty();
        assertThat(history.sinceLast("other")).isEmpty();
    }

    private static Event noted(String name, String value) {
        return new Event.Noted(Instant.EPOCH, name, value);
    }
}
