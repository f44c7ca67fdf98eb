package quorumbook.repl.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfinementTest {
    private static final String SERVERS = "127.0.0.1:2181,127.0.0.1:2182";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reconfig -file /etc/passwd",
                "connect 10.0.0.1:2181",
                "connect 127.0.0.1:2181,10.0.0.1:22",
                "-server example.org:80 ls /",
                "-server 127.0.0.1:2181 reconfig -file /etc/passwd",
                "something else"
            })
    void whatIsNotTheExercisesBusinessIsRefused(String line) {
        assertThat(Confinement.refusal(List.of(line.split(" ")), SERVERS)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"create /app v1", "ls -R /", "connect 127.0.0.1:2182", "-server 127.0.0.1:2182 ls /", "connect"})
    void whatAnExerciseAsksForIsNot(String line) {
        assertThat(Confinement.refusal(List.of(line.split(" ")), SERVERS)).isEmpty();
    }

    @Test
    void everyCommandThereIsWasThoughtOf() {
        assertThat(new ZkCommands().names())
                .filteredOn(name -> Confinement.refusal(List.of(name), SERVERS).isPresent())
                .containsExactly("reconfig");
    }
}
