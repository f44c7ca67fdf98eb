package quorumbook.labs.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static quorumbook.labs.cluster.NodeId.zk;

import org.junit.jupiter.api.Test;
import quorumbook.labs.Attempt;
import quorumbook.labs.Report;
import quorumbook.labs.Verdict;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.cluster.Proof;
import quorumbook.labs.zookeeper.Tree;

/** Somebody else kills a server in the middle of an exercise: the learner is not blamed, and goes on where they were. */
class KilledBehindOurBackIT extends OneServer {
    @Test
    void nothingIsChargedAndNothingOfTheExerciseIsLost() throws Exception {
        Proof started = cluster.start(zk(1));
        cluster.awaitReady(PATIENCE, Progress.silent());
        try (Attempt attempt = Attempt.begin(new Tree(), cluster, 7)) {
            killBehindOurBack(started);
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
}
