package quorumbook.repl.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaperTest {
    /** Computed elsewhere: who goes on with a later version gets the same values. */
    private static final long SEED_OF_ANA = 28930484045669L;

    @Test
    void theSeedOfAnAttemptIsTheSameEverywhereAndForEver() {
        assertThat(Paper.seed(7, "ana", "zookeeper/tree")).isEqualTo(Paper.seed(7, "ana", "zookeeper/tree"));
        assertThat(Paper.seed(0, "ana", "zookeeper/tree")).isEqualTo(SEED_OF_ANA);
    }

    @Test
    void isAnotherForEachLearnerEachExerciseAndEachRun() {
        assertThat(IntStream.range(0, 1000)
                        .mapToObj(learner -> Paper.seed(7, "learner-" + learner, "zookeeper/tree"))
                        .distinct())
                .hasSize(1000);
        assertThat(Paper.seed(7, "ana", "zookeeper/lock")).isNotEqualTo(Paper.seed(7, "ana", "zookeeper/tree"));
        assertThat(Paper.seed(8, "ana", "zookeeper/tree")).isNotEqualTo(Paper.seed(7, "ana", "zookeeper/tree"));
    }

    @Test
    void survivesReadersWhoseNumbersAreFloatingPoint() {
        assertThat(IntStream.range(0, 1000).mapToLong(learner -> Paper.seed(7, "learner-" + learner, "zookeeper/tree")))
                .allMatch(seed -> seed >= 0 && (long) (double) seed == seed);
    }
}
