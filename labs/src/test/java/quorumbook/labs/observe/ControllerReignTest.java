package quorumbook.labs.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControllerReignTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void aQuorumsControllerSaysWhenItBecameActive() {
        List<String> log = List.of(
                "11:59:30.120Z INFO  QuorumController - [QuorumController id=1] Creating new QuorumController.",
                "11:59:31.004Z INFO  QuorumController - [QuorumController id=1] Becoming the active controller at epoch 3, "
                        + "next write offset 41.");

        assertThat(ControllerReign.all(log, NOW))
                .containsExactly(new ControllerReign(Instant.parse("2026-11-22T11:59:31.004Z"), 3));
    }

    @Test
    void soDoesOneThatZooKeeperElected() {
        List<String> log =
                List.of("17:29:31.004+05:30 INFO  KafkaController - [Controller id=2] 2 successfully elected as "
                        + "the controller. Epoch incremented to 5 and epoch zk version is now 5");

        assertThat(ControllerReign.all(log, NOW))
                .containsExactly(new ControllerReign(Instant.parse("2026-11-22T11:59:31.004Z"), 5));
    }

    @Test
    void anythingElseIsNoReign() {
        assertThat(ControllerReign.all(List.of("", "Becoming the active controller at epoch", "at epoch 3"), NOW))
                .isEmpty();
    }
}
