package quorumbook.repl.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import quorumbook.labs.Lab;
import quorumbook.labs.LabId;
import quorumbook.labs.Report;
import quorumbook.labs.catalogue.Catalogue;
import quorumbook.labs.history.HistoryFile;
import quorumbook.lessons.LessonId;
import quorumbook.repl.command.Verdicts;
import quorumbook.repl.desk.Book;
import quorumbook.repl.desk.Places;
import quorumbook.repl.desk.Program;
import quorumbook.repl.grade.Examiner;
import quorumbook.repl.grade.Limits;
import quorumbook.repl.grade.Replay;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Screen;
import quorumbook.repl.page.Span;
import quorumbook.repl.store.Receipt;
import quorumbook.repl.store.StoreException;
import quorumbook.repl.terminal.PlainScreen;

/** Judges an attempt again that was graded before: for an appeal, or after a check was corrected. */
@Command(
        name = "replay",
        description = "Judge a graded attempt again, from what was kept of it.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit codes: 0 the same verdicts, 1 other verdicts, 2 nothing was kept that could",
            "be judged, or it is not as it was kept, 3 wrong usage, 4 trouble of the tool",
            "itself."
        })
final class ReplayCli implements Callable<Integer> {
    private static final int OTHER = 1;
    private static final int NOTHING = 2;

    @Parameters(paramLabel = "RECEIPT", description = "The folder of the attempt, or its receipt.json.")
    private Path receipt = Path.of("");

    @Option(
            names = "--run",
            description = "Run the submission again with the same seed, instead of judging what was seen then.")
    private boolean run;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final SandboxOption sandbox = new SandboxOption();

    @Mixin
    private final RuntimeOption runtime = new RuntimeOption();

    @Override
    public Integer call() throws Exception {
        Screen screen = PlainScreen.ofStandardStreams();
        if (!Files.exists(receipt)) {
            throw Usage.wrong(spec, "There is no " + receipt + ".");
        }
        Receipt kept;
        try {
            kept = Receipt.read(receipt);
        } catch (StoreException e) {
            screen.show(Page.of(Span.bad(String.valueOf(e.getMessage()))));
            return NOTHING;
        }
        return compared(kept, screen);
    }

    private int compared(Receipt kept, Screen screen) throws Exception {
        Optional<Lab> lab = Catalogue.find(LabId.of(kept.result().exercise()));
        if (lab.isEmpty()) {
            throw Usage.wrong(
                    spec, "This version has no exercise " + kept.result().exercise() + ".");
        }
        Optional<Report> report = run ? again(kept, screen) : judged(kept, lab.get());
        if (report.isEmpty()) {
            screen.show(Page.of(Span.warning("Nothing was kept that could be judged: "
                    + kept.result().trouble().orElse("the attempt came to no check") + ".")));
            return NOTHING;
        }
        List<String> changes = Replay.changes(kept.result(), report.get());
        Page.Writing page = Page.writing().page(Verdicts.claims(report.get())).gap();
        page.line(Span.faint(kept.result().learner() + ", " + kept.result().exercise() + ", seed "
                + kept.result().seed() + ", judged first by "
                + kept.result().engine().version() + " at "
                + kept.result().gradedAt()));
        changes.forEach(change -> page.line(Span.bad(change)));
        screen.show(
                page.line(changes.isEmpty() ? Span.good("The same verdicts.") : Span.bad("Other verdicts than before."))
                        .done());
        return changes.isEmpty() ? 0 : OTHER;
    }

    private static Optional<Report> judged(Receipt kept, Lab lab) throws IOException {
        return kept.history().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Report.of(lab, HistoryFile.read(kept.history().get()).history()));
    }

    private Optional<Report> again(Receipt kept, Screen screen) throws InterruptedException {
        if (kept.submission().isEmpty()) {
            return Optional.empty();
        }
        Places folders = Places.ofThisUser();
        Book book = Book.in(folders.home());
        LessonId exercise = LessonId.of(kept.result().exercise());
        try (Program program = Program.begin(folders, runtime.choice())) {
            program.sweep();
            sandbox.require(program, screen);
            return Optional.of(again(kept, exercise, program, book, screen));
        }
    }

    private Report again(Receipt kept, LessonId exercise, Program program, Book book, Screen screen)
            throws InterruptedException {
        try (Examiner examiner = Examiner.at(program.station(), book, sandbox.languages(program), Limits.usual())) {
            screen.busy("starting " + book.lab(exercise).orElseThrow().cluster().describe());
            Report report = examiner.examine(
                            exercise, kept.submission().get(), kept.result().seed())
                    .report();
            screen.idle();
            return report;
        }
    }
}
