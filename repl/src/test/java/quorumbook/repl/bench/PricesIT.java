package quorumbook.repl.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorumbook.labs.Floor.Step;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.Ensemble;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.cluster.RuntimeChoice;
import quorumbook.repl.desk.Places;
import quorumbook.repl.desk.Program;

class PricesIT {
    private static final Path HOME = Path.of(System.getProperty("quorumbook.home"));

    @TempDir
    Path folder;

    @Test
    void eachStepIsTakenOnTheServersOfTheExerciseAndLeavesThemRunning() throws Exception {
        try (Program program = Program.begin(new Places(HOME, folder, folder), RuntimeChoice.PROCESSES)) {
            Cluster cluster = program.clusters()
                    .fresh(Ensemble.standalone(), Progress.silent())
                    .cluster();

            Map<Step, Duration> prices = Prices.of(Set.of(Step.READ, Step.WRITE, Step.PROGRAM, Step.SERVER), cluster);

            assertThat(prices).containsOnlyKeys(Step.READ, Step.WRITE, Step.PROGRAM, Step.SERVER);
            assertThat(prices.values()).allSatisfy(price -> assertThat(price).isPositive());
            assertThat(prices.get(Step.PROGRAM)).isGreaterThan(prices.get(Step.READ));
            assertThat(prices.get(Step.SERVER)).isGreaterThan(prices.get(Step.WRITE));
            assertThat(cluster.condition(NodeId.zk(1))).isEqualTo(Condition.RUNNING);
        }
    }
}
