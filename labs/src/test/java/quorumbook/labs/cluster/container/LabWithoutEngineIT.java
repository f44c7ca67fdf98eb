package quorumbook.labs.cluster.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorumbook.labs.Attempt;
import quorumbook.labs.Report;
import quorumbook.labs.Verdict;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.Ensemble;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.cluster.Run;
import quorumbook.labs.zookeeper.Tree;

/** Docker stops answering, or somebody else removes a server, in the middle of an exercise. */
class LabWithoutEngineIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    Path state;

    private ContainerBackend backend;

    @BeforeEach
    void needsAnEngine() {
        backend = Engines.required();
    }

    @Test
    void theLearnerIsNotBlamedForAnEngineThatIsGoneAndTheNextStartRemovesWhatIsLeft() throws Exception {
        try (EngineRelay relay = EngineRelay.open(state.resolve("docker.sock"));
                Run run = Run.begin(state)) {
            Map<String, String> environment = new HashMap<>(System.getenv());
            environment.put("DOCKER_HOST", "unix://" + relay.socket());
            ContainerBackend behind = new ContainerBackend(environment);
            try (Cluster cluster =
                            behind.bringUp(Ensemble.standalone(), run, PATIENCE, Progress.silent(), launched -> {});
                    Attempt attempt = Attempt.begin(new Tree(), cluster, 7)) {
                relay.cut();

                Report report = assertTimeoutPreemptively(SOON, attempt::check);
                // The server itself still runs and can be asked; what cannot be found out is unknown.
                assertThat(report.judged().get(0).verdict()).isInstanceOfAny(Verdict.Pass.class, Verdict.Unknown.class);
                if (report.judged().get(0).verdict() instanceof Verdict.Unknown unknown) {
                    assertThat(unknown.why()).contains("The Docker engine does not answer");
                }
                assertThatThrownBy(() -> cluster.kill(NodeId.zk(1)))
                        .isInstanceOf(ClusterException.class)
                        .hasMessageContaining("The Docker engine does not answer");
            }
        }
        try (Run next = Run.begin(state)) {
            List<String> swept = backend.sweep(next);
            assertThat(swept).isNotEmpty();
            assertThat(backend.sweep(next))
                    .as("nothing is left for a second sweep")
                    .isEmpty();
        }
    }

    @Test
    void aContainerKilledBehindOurBackIsNotChargedAndCanBeStartedAgain() throws Exception {
        try (Run run = Run.begin(state);
                Cluster cluster =
                        backend.bringUp(Ensemble.standalone(), run, PATIENCE, Progress.silent(), launched -> {});
                Attempt attempt = Attempt.begin(new Tree(), cluster, 7)) {
            Engine.connect(EngineAddress.find(System.getenv())).ask("killing", docker -> {
                docker.listContainersCmd().withFilter("label", List.of(Labels.RUN + "=" + run.id())).exec().stream()
                        .filter(container ->
                                List.of(container.getNames()).toString().contains("zk1"))
                        .forEach(container ->
                                docker.killContainerCmd(container.getId()).exec());
                return run.id();
            });
            assertThat(Eventually.holds(SOON, () -> cluster.condition(NodeId.zk(1)) == Condition.DIED))
                    .isTrue();

            Report without = attempt.check();
            assertThat(without.judged())
                    .allSatisfy(judged -> assertThat(judged.verdict()).isInstanceOf(Verdict.Unknown.class));
            assertThat(without.judged().get(0).verdict().toString()).contains("/start zk1");

            cluster.start(NodeId.zk(1));
            cluster.awaitReady(PATIENCE, Progress.silent());
            assertThat(attempt.check().judged().get(0).verdict()).isInstanceOf(Verdict.Pass.class);
        }
    }
}
