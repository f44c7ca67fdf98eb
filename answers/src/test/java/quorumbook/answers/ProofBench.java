package quorumbook.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import quorumbook.answers.Submissions.Submission;
import quorumbook.labs.Lab;
import quorumbook.labs.Report;
import quorumbook.labs.Verdict;
import quorumbook.labs.cluster.ClusterException;
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

    /**
     * What came of one submission.
     *
     * @param unknown why nobody could tell at the first try, if so; then it was tried once more
     */
    record Tried(Examined examined, Optional<String> unknown) {}

    /** Once more with fresh servers if nobody can tell, as the grader does; a second time that is the verdict. */
    Tried examine(Lab lab, Submission submission, long seed) throws InterruptedException {
        Optional<String> unknown;
        try {
            Examined examined = examineOnce(lab, submission, seed);
            unknown = unknown(examined);
            if (unknown.isEmpty()) {
                return new Tried(examined, unknown);
            }
        } catch (ClusterException e) {
            unknown = Optional.of(String.valueOf(e.getMessage()));
        }
        System.out.printf("%s of %s is tried once more: %s%n", submission.name(), lab.id(), unknown.get());
        close();
        return new Tried(examineOnce(lab, submission, seed), unknown);
    }

    private static Optional<String> unknown(Examined examined) {
        return examined.report().judged().stream()
                .map(Report.Judged::verdict)
                .filter(Verdict.Unknown.class::isInstance)
                .map(verdict -> ((Verdict.Unknown) verdict).why())
                .findFirst();
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
