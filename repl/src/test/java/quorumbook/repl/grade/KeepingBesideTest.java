package quorumbook.repl.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import quorumbook.labs.await.Eventually;
import quorumbook.lessons.LessonId;
import quorumbook.repl.desk.Book;
import quorumbook.repl.result.AttemptResult;
import quorumbook.repl.result.Engine;

/** A disk that takes its time over one result, beside the judging. */
class KeepingBesideTest {
    private static final Results RESULTS = new Results(
            Book.in(Path.of("..")), new Engine("0", "3", "4", "3", "processes", "none", "17"), Clock.systemUTC());
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Pretended pretended = new Pretended();

    @Test
    void theNextPaperIsJudgedWhileAResultIsBeingKept() throws Exception {
        Grading grading = grading(new Slow(() -> pretended.examined.size() > 1));

        List<AttemptResult> results = grading.grade(List.of(paper("ana"), paper("ben")), 1, this::shape);

        assertThat(results).extracting(AttemptResult::learner).containsExactly("ana", "ben");
    }

    @Test
    void whatIsBeingWrittenIsWrittenToItsEndWhenGradingIsStopped() throws Exception {
        AtomicReference<Grading> begun = new AtomicReference<>();
        Grading grading =
                grading(new Slow(() -> !begun.get().stop() && begun.get().wasStopped()));
        begun.set(grading);

        List<AttemptResult> results = grading.grade(List.of(paper("ana")), 1, this::shape);

        assertThat(results).extracting(AttemptResult::learner).containsExactly("ana");
        assertThat(grading.wasStopped()).isTrue();
    }

    /** Keeps nothing before that has come. */
    private final class Slow implements Grading.Ledger {
        private final BooleanSupplier before;

        Slow(BooleanSupplier before) {
            this.before = before;
        }

        @Override
        public Optional<AttemptResult> finished(Paper paper) {
            return Optional.empty();
        }

        @Override
        public void keep(AttemptResult result, Paper paper, Optional<Examined> examined) throws IOException {
            try {
                if (!Eventually.holds(PATIENCE, before::getAsBoolean)) {
                    throw new IOException("It did not come.");
                }
            } catch (InterruptedException e) {
                throw new IOException("It was interrupted.", e);
            }
        }
    }

    private Grading grading(Grading.Ledger ledger) {
        return new Grading(ledger, RESULTS, pretended::hire, Duration.ofMinutes(1), pretended);
    }

    private WorkList.Shape shape(Paper paper) {
        return new WorkList.Shape(paper.exercise().track(), false);
    }

    private static Paper paper(String learner) {
        return new Paper(
                learner, LessonId.of("zookeeper/tree"), "right", "right", Paper.seed(1, learner, "zookeeper/tree"));
    }
}
