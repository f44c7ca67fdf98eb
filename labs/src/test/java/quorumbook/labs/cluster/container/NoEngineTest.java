package quorumbook.labs.cluster.container;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorumbook.labs.cluster.Availability;
import quorumbook.labs.cluster.Availability.Unavailable;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Ensemble;
import quorumbook.labs.cluster.Finding;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.cluster.Run;

class NoEngineTest {
    @TempDir
    Path folder;

    @Test
    void isSaidAtOnceWithARemedy() {
        ContainerBackend backend = backend("unix://" + folder.resolve("docker.sock"));

        Availability availability = assertTimeout(ofSeconds(2), backend::availability);

        assertThat(availability).isInstanceOf(Unavailable.class);
        assertThat(availability.why()).contains("no Docker engine answers at unix://" + folder);
        assertThat(((Unavailable) availability).remedy()).contains("--runtime processes");
        assertThat(backend.examine()).extracting(Finding::level).containsExactly(Finding.Level.BAD);
    }

    @Test
    void onAnotherMachineIsRefusedWithoutAsking() {
        assertThat(backend("tcp://203.0.113.1:2375").availability().why()).contains("another machine");
    }

    @Test
    void hasNothingToSweep() {
        try (Run run = Run.begin(folder)) {
            assertThat(backend("unix://" + folder.resolve("docker.sock")).sweep(run))
                    .isEmpty();
        }
    }

    @Test
    void makesALaunchFailWithASentence() {
        try (Run run = Run.begin(folder)) {
            assertThatThrownBy(() -> launch(run))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("The Docker engine does not answer");
        }
    }

    private Cluster launch(Run run) {
        return backend("unix://" + folder.resolve("docker.sock")).launch(Ensemble.standalone(), run, Progress.silent());
    }

    private static ContainerBackend backend(String dockerHost) {
        return new ContainerBackend(Map.of("DOCKER_HOST", dockerHost));
    }
}
