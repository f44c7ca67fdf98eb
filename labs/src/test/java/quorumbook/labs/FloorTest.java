package quorumbook.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
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
    void everyExerciseThatNeedsAFaultSaysWhatItWaitsFor() {
        assertThat(Catalogue.labs())
                .filteredOn(lab -> !lab.demands().isEmpty())
                .allSatisfy(lab -> assertThat(lab.floor().total()).isPositive());
    }
}
