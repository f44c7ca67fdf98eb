package quorumbook.labs.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import quorumbook.labs.cluster.Capability;

class DemandsTest {
    @Test
    void refusesInASentenceWhatARuntimeCannotDo() {
        assertThat(Demands.refusal(
                        Set.of(Capability.ISOLATE_KAFKA, Capability.PAUSE, Capability.KILL),
                        "processes",
                        Set.of(Capability.KILL)))
                .contains("This exercise has to pause a server and isolate a broker, which the runtime 'processes' "
                        + "cannot do here. Try --runtime containers.");
    }

    @Test
    void refusesNothingThatCanBeDone() {
        assertThat(Demands.refusal(Set.of(Capability.KILL), "containers", EnumSet.allOf(Capability.class)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void hasWordsForEveryCapability(Capability capability) {
        assertThat(Demands.refusal(Set.of(capability), "containers", Set.of()))
                .get()
                .asString()
                .contains("has to ")
                .doesNotContain("null");
    }
}
