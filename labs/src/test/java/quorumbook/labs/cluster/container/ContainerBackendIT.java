package quorumbook.labs.cluster.container;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.github.dockerjava.api.model.ContainerPort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorumbook.labs.cluster.Availability;
import quorumbook.labs.cluster.Availability.Unavailable;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Ensemble;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.cluster.Run;

class ContainerBackendIT {
    private static final String UNKNOWN = "quorumbook.invalid/no-such-image:1";

    @TempDir
    Path state;

    private ContainerBackend backend;

    @BeforeEach
    void needsAnEngine() {
        backend = Engines.required();
    }

    @Test
    void saysInSecondsThatAnImageCannotBeHad() {
        ContainerBackend lacking = with("QUORUMBOOK_IMAGE_ZOOKEEPER", UNKNOWN);

        Availability availability = assertTimeoutPreemptively(ofSeconds(10), lacking::availability);

        assertThat(availability).isInstanceOf(Unavailable.class);
        assertThat(availability.why()).contains(UNKNOWN);
        assertThat(((Unavailable) availability).remedy()).contains("QUORUMBOOK_IMAGE_ZOOKEEPER");
    }

    @Test
    void refusesInSecondsToLaunchOnAnImageThatCannotBeHad() {
        ContainerBackend lacking = with("QUORUMBOOK_IMAGE_ZOOKEEPER", UNKNOWN);

        try (Run run = Run.begin(state)) {
            assertTimeoutPreemptively(
                    ofSeconds(15),
                    () -> assertThatThrownBy(() -> lacking.launch(Ensemble.standalone(), run, Progress.silent()))
                            .isInstanceOf(ClusterException.class)
                            .hasMessageContaining(UNKNOWN)
                            .hasMessageContaining("docker pull"));
        }
    }

    @Test
    void refusesAnImageOfAnotherLayout() {
        ContainerBackend mistaken = with("QUORUMBOOK_IMAGE_ZOOKEEPER", kafkaImage());

        try (Run run = Run.begin(state)) {
            assertThatThrownBy(() -> mistaken.launch(Ensemble.standalone(), run, Progress.silent()))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("layout");
        }
    }

    @Test
    void publishesPortsOnLoopbackAlone() {
        try (Run run = Run.begin(state);
                Cluster cluster = backend.launch(Ensemble.of(3), run, Progress.silent())) {
            List<ContainerPort> published = Engine.connect(EngineAddress.find(System.getenv()))
                    .ask(
                            "looking at ports",
                            docker -> docker.listContainersCmd()
                                    .withFilter("label", List.of(Labels.RUN + "=" + run.id()))
                                    .exec())
                    .stream()
                    .flatMap(container -> List.of(container.getPorts()).stream())
                    .filter(port -> port.getPublicPort() != null)
                    .toList();

            assertThat(published).hasSize(3).extracting(ContainerPort::getIp).containsOnly("127.0.0.1");
            assertThat(published)
                    .extracting(ContainerPort::getPublicPort)
                    .contains(cluster.client(NodeId.zk(2)).port());
        }
    }

    @Test
    void saysSoWhenTheEngineGoesAwayInTheMiddle() throws IOException {
        try (EngineRelay relay = EngineRelay.open(state.resolve("docker.sock"));
                Run run = Run.begin(state)) {
            ContainerBackend behind = with("DOCKER_HOST", "unix://" + relay.socket());
            try (Cluster cluster = behind.launch(Ensemble.standalone(), run, Progress.silent())) {
                relay.cut();

                assertTimeoutPreemptively(
                        ofSeconds(10),
                        () -> assertThatThrownBy(() -> cluster.kill(NodeId.zk(1)))
                                .isInstanceOf(ClusterException.class)
                                .hasMessageContaining("The Docker engine does not answer"));
            }
            assertThat(backend.sweep(run)).isEmpty();
        }
        try (Run next = Run.begin(state)) {
            assertThat(backend.sweep(next)).isNotEmpty();
        }
    }

    private static String kafkaImage() {
        return Images.configured(System.getenv(), name -> Optional.empty()).kafka();
    }

    private static ContainerBackend with(String variable, String value) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put(variable, value);
        return new ContainerBackend(environment);
    }
}
