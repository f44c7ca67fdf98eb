package quorumbook.repl;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadLocalRandom;
import quorumbook.labs.cluster.Backends;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.RuntimeChoice;
import quorumbook.repl.command.Dialogue;
import quorumbook.repl.desk.Book;
import quorumbook.repl.desk.Desk;
import quorumbook.repl.desk.Journal;
import quorumbook.repl.desk.Languages;
import quorumbook.repl.desk.Places;
import quorumbook.repl.desk.Program;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Screen;
import quorumbook.repl.page.Span;
import quorumbook.repl.terminal.InteractivePrompt;
import quorumbook.repl.terminal.InteractiveScreen;
import quorumbook.repl.terminal.PlainScreen;
import quorumbook.repl.terminal.ScriptedRun;

/** One sitting: at the prompt from the first screen to the last, or a script on standard input. */
final class Workbook {
    private Workbook() {}

    /** Returns the exit code. */
    static int open(RuntimeChoice choice) {
        // Finding the terminal takes as long as all else before the first page.
        FutureTask<Optional<InteractiveScreen>> finding =
                new FutureTask<>(() -> InteractiveScreen.open(System.getenv()));
        inBackground(finding);
        try {
            Places places = Places.ofThisUser();
            Book book = Book.in(places.home());
            book.lesson(book.syllabus().first()); // read ahead
            Program program = Program.begin(places, choice);
            Optional<InteractiveScreen> terminal = found(finding);
            return terminal.isEmpty() ? script(program, book) : sit(program, book, terminal.get());
        } catch (RuntimeException e) {
            found(finding).ifPresent(InteractiveScreen::close);
            throw e;
        }
    }

    private static Optional<InteractiveScreen> found(FutureTask<Optional<InteractiveScreen>> finding) {
        try {
            return finding.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("looking for a terminal failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static int sit(Program begun, Book book, InteractiveScreen terminal) {
        Places places = begun.places();
        try (InteractiveScreen screen = terminal;
                Program program = begun;
                Desk desk = desk(
                        program,
                        book,
                        screen,
                        Optional.of(Journal.at(places.journal())),
                        Languages.of(program, screen))) {
            // Before the page is shown: the first answer waits for it, and another core may be idle.
            inBackground(() -> makeReady(program, desk, screen));
            desk.lookAhead();
            screen.show(desk.resume());
            return InteractivePrompt.run(new Dialogue(desk), screen, places.typed());
        }
    }

    private static int script(Program begun, Book book) {
        PlainScreen screen = PlainScreen.ofStandardStreams();
        try (Program program = begun;
                Desk desk = desk(program, book, screen, Optional.empty(), Languages.of(program, screen))) {
            desk.open(book.syllabus().first());
            return ScriptedRun.run(
                    new Dialogue(desk), new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
        }
    }

    private static Desk desk(
            Program program, Book book, Screen screen, Optional<Journal> journal, Languages languages) {
        return new Desk(
                book,
                screen,
                journal,
                () -> ThreadLocalRandom.current().nextLong(Integer.MAX_VALUE),
                program::clusters,
                languages);
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "quorumbook-warming");
        thread.setDaemon(true);
        thread.start();
    }

    /** What the first lines would otherwise wait for, the soonest first: the learner's Java, a runtime, archives. */
    private static void makeReady(Program program, Desk desk, Screen screen) {
        try {
            desk.languages().warmUp();
            Backends.Chosen chosen = program.chosen();
            screen.happened(
                    Page.of(Span.faint("Servers run as " + chosen.backend().name() + ": " + chosen.why() + ".")));
            if (Boolean.getBoolean(Training.TRAINEE)) {
                // For its classes: the trainee itself starts no containers.
                Backends.choose(RuntimeChoice.AUTO);
            } else {
                chosen.backend().warmUp(program.run());
            }
        } catch (ClusterException e) {
            screen.happened(Page.of(Span.bad(String.valueOf(e.getMessage()))));
        }
    }
}
