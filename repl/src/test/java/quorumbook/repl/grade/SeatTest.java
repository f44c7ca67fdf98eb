package quorumbook.repl.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import quorumbook.lessons.LessonId;

class SeatTest {
    @Test
    void nobodyIsHiredForASeatThatIsLeft() {
        Pretended pretended = new Pretended();
        Seat seat = new Seat(pretended::hire, Duration.ofMinutes(1));
        seat.close();

        assertThatThrownBy(() -> seat.examine(
                        new Paper("ana", LessonId.of("zookeeper/tree"), "right", "right", 1), Seat.Ground.PROVED_CLEAN))
                .isInstanceOf(Seat.Breakdown.class)
                .hasMessage("Grading has been ended.");
        assertThat(pretended.hired).isZero();
    }
}
