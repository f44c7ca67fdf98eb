package quorumbook.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import quorumbook.answers.Submissions.Submission;
import quorumbook.labs.Lab;
import quorumbook.labs.Report;
import quorumbook.labs.Verdict;
import quorumbook.labs.cluster.HandInstalled;
import quorumbook.lessons.LessonId;
import quorumbook.repl.desk.Book;
import quorumbook.repl.desk.Languages;
import quorumbook.repl.desk.Program;
import quorumbook.repl.grade.Examined;
import quorumbook.repl.grade.Examiner;
import quorumbook.repl.grade.Limits;

/** Where one submission after the other is judged, as the grader judges it; its cluster is kept for the next. */
final class ProofBench implements AutoCloseable {
    private final Program program;
    private Optional<Examiner> examiner = Optional.empty();

    ProofBench(Program program) {
        this.program = program;
    }

    /** Once more if the machine was starved, as the grader does. */
    Examined examine(Lab lab, Submission submission, long seed) throws InterruptedException {
        Examined examined = examineOnce(lab, submission, seed);
        if (wasStarved(examined)) {
            System.out.printf("%s of %s was starved, and is tried once more%n", submission.name(), lab.id());
            examined = examineOnce(lab, submission, seed);
        }
        return examined;
    }

    private static boolean wasStarved(Examined examined) {
        return examined.report().judged().stream()
                .map(Report.Judged::verdict)
                .anyMatch(verdict -> verdict instanceof Verdict.Unknown unknown
                        && unknown.why().startsWith("the machine is too busy"));
    }

    private Examined examineOnce(Lab lab, Submission submission, long seed) throws InterruptedException {
        if (examiner.isEmpty()) {
            examiner = Optional.of(Examiner.at(
                    program.station(),
                    Book.in(Answers.HOME),
                    (station, screen) -> Languages.of(program, station, screen),
                    Limits.usual()));
        }
        Examined examined = examiner.get().examine(LessonId.of(lab.id().toString()), submission.text(), seed);
        if (lab.cluster(lab.given(seed)) instanceof HandInstalled theirs) {
            assertThat(theirs.folder())
                    .as("what %s has installed", submission.name())
                    .doesNotExist();
        }
        return examined;
    }

    /** Ends its servers; another submission begins with new ones. */
    @Override
    public void close() {
        examiner.ifPresent(Examiner::close);
        examiner = Optional.empty();
    }
}
