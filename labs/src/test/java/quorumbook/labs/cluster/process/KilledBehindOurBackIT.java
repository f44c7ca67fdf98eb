package quorumbook.labs.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static quorumbook.labs.cluster.NodeId.zk;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorumbook.labs.Attempt;
import quorumbook.labs.Report;
import quorumbook.labs.Verdict;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.Ensemble;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.cluster.Proof;
import quorumbook.labs.cluster.Run;
import quorumbook.labs.zookeeper.Tree;

/** Somebody else kills a server in the middle of an exercise: the learner is not blamed, and goes on where they were. */
class KilledBehindOurBackIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Run run;
    private Cluster cluster;

    @BeforeEach
    void launch(@TempDir Path state) {
        run = Run.begin(state);
        cluster = new ProcessBackend().launch(Ensemble.standalone().stopped(), run, Progress.silent());
    }

    @AfterEach
    void close() {
        cluster.close();
        run.close();
    }

    @Test
    void nothingIsChargedAndNothingOfTheExerciseIsLost() throws Exception {
        Proof started = cluster.start(zk(1));
        cluster.awaitReady(PATIENCE, Progress.silent());
        try (Attempt attempt = Attempt.begin(new Tree(), cluster, 7)) {
            ProcessHandle.of(pid(started)).orElseThrow().destroyForcibly();
            assertThat(Eventually.holds(PATIENCE, () -> cluster.condition(zk(1)) == Condition.DIED))
                    .isTrue();

            Report without = attempt.check();
            assertThat(without.judged())
                    .allSatisfy(judged -> assertThat(judged.verdict()).isInstanceOf(Verdict.Unknown.class));
            assertThat(without.judged().get(0).verdict().toString()).contains("/start zk1");

            cluster.start(zk(1));
            cluster.awaitReady(PATIENCE, Progress.silent());
            assertThat(attempt.check().judged().get(0).verdict())
                    .as("the lab's own znode is still there")
                    .isInstanceOf(Verdict.Pass.class);
        }
    }

    private static long pid(Proof started) {
        return Long.parseLong(started.evidence().get(0).replaceAll("\\D", ""));
    }
}
