package quorumbook.labs.cluster.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.Ensemble;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.cluster.Run;

class SweepIT {
    @TempDir
    Path state;

    private ContainerBackend backend;

    @BeforeEach
    void needsAnEngine() {
        backend = Engines.required();
    }

    @Test
    void removesWhatAKilledWorkbookLeftAndTouchesNoLivingOne() throws IOException, InterruptedException {
        try (Run living = Run.begin(state);
                Cluster cluster = backend.launch(Ensemble.standalone(), living, Progress.silent())) {
            String dead = killedWorkbook();
            assertThat(leftOf(dead)).hasSize(3);

            try (Run next = Run.begin(state)) {
                assertThat(backend.sweep(next))
                        .anySatisfy(sentence -> assertThat(sentence).contains(dead))
                        .noneSatisfy(sentence -> assertThat(sentence).contains(living.id()));
            }

            assertThat(leftOf(dead)).isEmpty();
            assertThat(cluster.condition(NodeId.zk(1))).isEqualTo(Condition.RUNNING);
        }
    }

    @Test
    void leavesWhatBelongsToAnotherStateFolder(@TempDir Path elsewhere) throws IOException {
        try (Run stranger = Run.begin(elsewhere);
                Cluster cluster = backend.launch(Ensemble.standalone().stopped(), stranger, Progress.silent());
                Run next = Run.begin(state)) {
            assertThat(backend.sweep(next)).isEmpty();
            assertThat(cluster.condition(NodeId.zk(1))).isEqualTo(Condition.STOPPED);
        }
    }

    @Test
    void findsNothingAfterAClusterWasClosed() {
        String id;
        try (Run run = Run.begin(state)) {
            id = run.id();
            backend.launch(Ensemble.standalone(), run, Progress.silent()).close();
        }

        assertThat(leftOf(id)).isEmpty();
    }

    /** The id of a run whose process was ended by SIGKILL while its server ran. */
    private String killedWorkbook() throws IOException, InterruptedException {
        Process workbook = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WaitingWorkbook.class.getName(),
                        state.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader words = workbook.inputReader()) {
            String first = words.readLine();
            assertThat(first).endsWith("runs one ZooKeeper server");
            return first.substring(0, first.indexOf(' '));
        } finally {
            workbook.destroyForcibly().waitFor();
        }
    }

    /** Containers and networks that carry the run's label. */
    private static List<String> leftOf(String run) {
        Engine engine = Engine.connect(EngineAddress.find(System.getenv()));
        List<String> label = List.of(Labels.RUN + "=" + run);
        List<String> left = new ArrayList<>();
        engine.ask(
                        "counting containers",
                        docker -> docker.listContainersCmd()
                                .withShowAll(true)
                                .withFilter("label", label)
                                .exec())
                .forEach(container -> left.add(container.getId()));
        engine.ask(
                        "counting networks",
                        docker -> docker.listNetworksCmd()
                                .withFilter("label", label)
                                .exec())
                .forEach(network -> left.add(network.getName()));
        return left;
    }
}
