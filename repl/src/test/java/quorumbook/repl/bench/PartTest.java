package quorumbook.repl.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.Proof;
import quorumbook.labs.history.Event;

class PartTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void eachWhileCountsForWhatItEndedWith() {
        Proof killed = new Proof(NodeId.zk(1), "killed", at(10), List.of("process 4711 is gone"));
        List<Event> events = List.of(
                new Event.Noted(at(40), "settled", "true"),
                new Event.Noted(at(-5), "an attempt before", ""),
                new Event.Predicted(at(4), "next-leader", "zk2", Map.of()),
                new Event.Inflicted(at(10), "zk1 crashed", List.of(killed)),
                new Event.Led(at(35), "ensemble", NodeId.zk(2), 2));

        assertThat(Part.of(events, NOON, at(42)))
                .isEqualTo(Map.of(
                        Part.LOAD, seconds(4),
                        Part.FAULT, seconds(6),
                        Part.ELECTION, seconds(25),
                        Part.SETTLE, seconds(5),
                        Part.JUDGE, seconds(2)));
    }

    @Test
    void theWholeIsTheSumOfItsParts() {
        assertThat(Part.of(List.of(), NOON, at(3))).isEqualTo(Map.of(Part.JUDGE, seconds(3)));
    }

    private static Instant at(int seconds) {
        return NOON.plusSeconds(seconds);
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
