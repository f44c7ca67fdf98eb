package quorumbook.repl.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SpentTest {
    @Test
    void addsUpStageByStageAndLeavesOutWhatTookNone() {
        Spent one =
                Spent.nothing().and(Stage.SUBMISSION, Duration.ofMillis(400)).and(Stage.JVM, Duration.ZERO);
        Spent other = Spent.nothing()
                .and(Stage.SERVERS, Duration.ofMillis(1200))
                .and(Stage.SUBMISSION, Duration.ofMillis(100));

        assertThat(one.and(other)).hasToString("starting servers 1.2 s, the submission 0.5 s");
        assertThat(one.and(other).total()).isEqualTo(Duration.ofMillis(1700));
    }

    @Test
    void movesAPartFromOneStageToAnother() {
        Laps laps = new Laps();
        laps.lap(Stage.SUBMISSION);
        Duration before = laps.spent().total();

        laps.move(before, Stage.SUBMISSION, Stage.JVM);

        assertThat(laps.spent().times()).containsOnlyKeys(Stage.JVM);
        assertThat(laps.spent().total()).isEqualTo(before);
    }
}
