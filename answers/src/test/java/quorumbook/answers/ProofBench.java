package quorumbook.answers;

import java.util.Arrays;
import java.util.Optional;
import quorumbook.labs.Lab;
import quorumbook.labs.cluster.Availability;
import quorumbook.labs.cluster.Backend;
import quorumbook.labs.cluster.RuntimeChoice;
import quorumbook.lessons.LessonId;
import quorumbook.repl.desk.Book;
import quorumbook.repl.desk.Languages;
import quorumbook.repl.desk.Places;
import quorumbook.repl.desk.Program;
import quorumbook.repl.grade.Examined;
import quorumbook.repl.grade.Examiner;

/** One runtime with everything that a submission needs, kept for all submissions. */
final class ProofBench implements AutoCloseable {
    private final Backend backend;
    private Optional<Program> program = Optional.empty();
    private Optional<Examiner> examiner = Optional.empty();

    private ProofBench(Backend backend) {
        this.backend = backend;
    }

    static ProofBench on(Backend backend) {
        return new ProofBench(backend);
    }

    String runtime() {
        return backend.name();
    }

    /** Why the runtime cannot be used here, if it cannot. */
    static Optional<String> missing(Backend backend) {
        return backend.availability() instanceof Availability.Unavailable no
                ? Optional.of(no.why() + " " + no.remedy())
                : Optional.empty();
    }

    /** Whether {@code QUORUMBOOK_REQUIRE} lists the runtime: then its absence fails instead of skipping. */
    static boolean isRequired(Backend backend) {
        String required =
                Optional.ofNullable(System.getenv("QUORUMBOOK_REQUIRE")).orElse("");
        return Arrays.asList(required.split(",")).contains(backend.name());
    }

    Examined examine(Lab lab, String submission, long seed) throws InterruptedException {
        if (examiner.isEmpty()) {
            RuntimeChoice choice = RuntimeChoice.of(backend.name());
            Program own = Program.begin(Places.ofThisUser(), choice);
            program = Optional.of(own);
            examiner = Optional.of(
                    new Examiner(Book.in(Answers.HOME), own.clusters(), screen -> Languages.of(own, screen)));
        }
        return examiner.get().examine(LessonId.of(lab.id().toString()), submission, seed);
    }

    @Override
    public void close() {
        examiner.ifPresent(Examiner::close);
        program.ifPresent(Program::close);
    }
}
