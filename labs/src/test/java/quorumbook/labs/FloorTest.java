package quorumbook.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import quorumbook.labs.Floor.Step;
import quorumbook.labs.catalogue.Catalogue;

class FloorTest {
    @Test
    void waitsOfOneKindAddUp() {
        Floor floor = Floor.none()
                .and("of silence", Duration.ofMillis(1500))
                .and(Floor.none()
                        .and("of silence", Duration.ofMillis(500))
                        .and("until it ends", Duration.ofSeconds(4)));

        assertThat(floor.total()).isEqualTo(Duration.ofSeconds(6));
        assertThat(floor).hasToString("2.0 s of silence, 4.0 s until it ends");
    }

    @Test
    void aStepCostsWhatItCostsHereEachTimeThatItIsTaken() {
        Floor floor = Floor.none()
                .and("of silence", Duration.ofMillis(1500))
                .and(Step.WRITE, 20)
                .and(Floor.none().and(Step.WRITE, 30).and(Step.PROGRAM, 1));

        assertThat(floor.total(Map.of(Step.WRITE, Duration.ofMillis(10), Step.PROGRAM, Duration.ofSeconds(2))))
                .isEqualTo(Duration.ofSeconds(4));
        assertThat(floor).hasToString("1.5 s of silence, writes ×50, programs that connect ×1");
    }

    @Test
    void everyExerciseThatNeedsAFaultSaysWhatItWaitsFor() {
        assertThat(Catalogue.labs())
                .filteredOn(lab -> !lab.demands().isEmpty())
                .allSatisfy(lab -> assertThat(lab.floor().isNone()).isFalse());
    }
}
