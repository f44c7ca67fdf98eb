package quorumbook.answers;

import quorumbook.labs.cluster.RuntimeChoice;
import quorumbook.lessons.LessonId;
import quorumbook.repl.desk.Book;
import quorumbook.repl.desk.Languages;
import quorumbook.repl.desk.Places;
import quorumbook.repl.desk.Program;
import quorumbook.repl.grade.Examined;
import quorumbook.repl.grade.Examiner;

/** The sandbox with everything that a submission needs, kept for all submissions. */
record SandboxBench(Program program, Examiner examiner) implements AutoCloseable {
    static SandboxBench begin() {
        Program own = Program.begin(
                Places.ofThisUser(), RuntimeChoice.of(Sandboxes.servers().name()));
        return new SandboxBench(
                own, new Examiner(Book.in(Answers.HOME), own.clusters(), screen -> Languages.sandboxed(own, screen)));
    }

    Examined examine(LessonId exercise, String submission, long seed) throws InterruptedException {
        return examiner.examine(exercise, submission, seed);
    }

    @Override
    public void close() {
        examiner.close();
        program.close();
    }
}
