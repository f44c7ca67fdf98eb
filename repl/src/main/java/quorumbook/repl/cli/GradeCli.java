package quorumbook.repl.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.lessons.LessonId;
import quorumbook.repl.desk.Book;
import quorumbook.repl.desk.Places;
import quorumbook.repl.desk.Program;
import quorumbook.repl.format.Format;
import quorumbook.repl.format.Formats;
import quorumbook.repl.grade.Examiner;
import quorumbook.repl.grade.Grading;
import quorumbook.repl.grade.Jobs;
import quorumbook.repl.grade.Limits;
import quorumbook.repl.grade.Results;
import quorumbook.repl.grade.Roll;
import quorumbook.repl.grade.Spent;
import quorumbook.repl.grade.StoreLedger;
import quorumbook.repl.grade.Summary;
import quorumbook.repl.grade.WorkList;
import quorumbook.repl.intake.Intakes;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;
import quorumbook.repl.result.AttemptResult;
import quorumbook.repl.result.Outcome;
import quorumbook.repl.rubric.Rubric;
import quorumbook.repl.store.Store;
import quorumbook.repl.terminal.ProgressScreen;

/** Judges what a class has handed in, unattended, and keeps every verdict with what it rests on. */
@Command(
        name = "grade",
        description = "Judge the submissions of a class, unattended.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A submission is a folder, a zip or a git checkout of one learner, with a",
            "file such as zookeeper/tree.jsh for each exercise. What is in --out already is",
            "not judged again: after Ctrl-C, a crash or a power cut, type the same command",
            "to go on. What could not be judged for trouble of ours is tried again by it.",
            "",
            "Exit codes: 0 everything was judged, 2 something is unknown and wants a person,",
            "3 wrong usage, 4 trouble of the tool itself, such as servers that cannot be",
            "started, 130 stopped by Ctrl-C."
        })
final class GradeCli implements Callable<Integer> {
    /** From an empty cluster to a verdict, beside what the submission itself may take: nothing honest takes so long. */
    private static final Duration OURS = Duration.ofMinutes(10);

    private static final int UNKNOWN = 2;
    private static final int STOPPED = 130;

    @Parameters(arity = "1..*", paramLabel = "SUBMISSIONS", description = "Submissions, or folders of them.")
    private List<Path> submissions = new ArrayList<>();

    @Option(
            names = "--exercise",
            split = ",",
            paramLabel = "NAME",
            description = "Only these exercises, such as zookeeper/tree; tree alone will do. Default: all.")
    private List<String> exercises = new ArrayList<>();

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Judge so many side by side. Default: what processors and memory allow.")
    private Optional<Integer> jobs = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "grades",
            description = "Where results go (default: grades).")
    private Path out = Path.of("grades");

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Draw all names and values from this seed. Default: that of --out, else a new one.")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--time",
            paramLabel = "SECONDS",
            description = "How long one submission may run, after which it is ended and judged (default: 300).")
    private long seconds = Limits.usual().whole().toSeconds();

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "NAME",
            description = "Write these as well, into --out: ${COMPLETION-CANDIDATES}.",
            completionCandidates = FormatNames.class)
    private List<String> formats = new ArrayList<>();

    @Option(names = "--rubric", paramLabel = "FILE", description = "Points per exercise and check, for the formats.")
    private Optional<Path> rubric = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private final SandboxOption sandbox = new SandboxOption();

    @Mixin
    private final RuntimeOption runtime = new RuntimeOption();

    @Override
    public Integer call() throws Exception {
        Places folders = Places.ofThisUser();
        Book book = Book.in(folders.home());
        List<LessonId> wanted = Exercises.named(exercises, book, spec);
        List<Format> written = formats();
        Rubric points = Exercises.rubric(rubric, book, spec);
        Intakes intakes = intakes(wanted);
        sandbox.word();
        if (seconds < 1 || jobs.filter(each -> each < 1).isPresent()) {
            throw Usage.wrong(spec, "--jobs and --time take numbers from 1 on.");
        }
        ProgressScreen screen = ProgressScreen.ofStandardStreams(System.getenv());
        try (Store store = Store.open(out);
                Program program = Program.begin(folders, runtime.choice())) {
            intakes.remarks().forEach(remark -> screen.show(Page.of(Span.warning(remark))));
            intakes.learners()
                    .forEach(learner -> learner.remarks()
                            .forEach(remark -> screen.show(Page.of(Span.warning(learner.learner() + ": " + remark)))));
            store.remarks().forEach(remark -> screen.show(Page.of(Span.warning(remark))));
            program.sweep();
            sandbox.require(program, screen);
            Results results = new Results(book, Engines.of(program, sandbox.word()), Clock.systemUTC());
            Roll roll = Roll.of(
                    intakes.learners(), wanted, RunSeed.in(out, seed), results, each -> sandbox.refusal(book, each));
            Optional<Judged> all = judged(roll, program, book, store, results, screen);
            return all.isPresent()
                    ? finish(all.get(), new GradeOutputs(out, store, book, written, points), screen)
                    : STOPPED;
        }
    }

    private record Judged(List<AttemptResult> results, Spent spent) {}

    /** Empty if it was stopped. */
    private Optional<Judged> judged(
            Roll roll, Program program, Book book, Store store, Results results, ProgressScreen screen)
            throws IOException, InterruptedException {
        StoreLedger ledger = new StoreLedger(store, book);
        for (AttemptResult unjudged : roll.unjudged()) {
            ledger.keepUnjudged(unjudged);
        }
        Limits limits = Limits.usual().withWhole(Duration.ofSeconds(seconds));
        Grading grading = new Grading(
                ledger,
                results,
                () -> Examiner.at(program.station(), book, sandbox.languages(program), limits),
                limits.whole().plus(OURS),
                new GradeProgress(screen));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(grading, screen), "quorumbook-stopping"));
        List<AttemptResult> all = new ArrayList<>(roll.unjudged());
        all.addAll(grading.grade(roll.papers(), jobs.orElseGet(Jobs::here), WorkList.Shapes.of(book)));
        grading.standstill().ifPresent(why -> {
            screen.idle();
            throw new ClusterException("Ended, since no servers could be had for several submissions in a row. What is "
                    + "judged is kept in " + out
                    + ". ./quorumbook doctor may tell what is wrong here; once it is mended, "
                    + "type the same command to go on from there. The reason: " + why);
        });
        return grading.wasStopped() ? Optional.empty() : Optional.of(new Judged(all, grading.spent()));
    }

    private void stop(Grading grading, ProgressScreen screen) {
        if (grading.stop()) {
            screen.idle();
            screen.show(Page.of(Span.warning(
                    "Stopped. What is judged is kept in " + out + "; type the same command to go on from there.")));
        }
    }

    private int finish(Judged all, GradeOutputs outputs, ProgressScreen screen) throws IOException {
        screen.busy("writing the pages");
        List<Path> files = outputs.write(all.results());
        screen.idle();
        Page.Writing page = Page.writing().page(Summary.page(all.results())).gap();
        if (!all.spent().times().isEmpty()) {
            page.line(Span.faint("Time, that of all who worked side by side added up: " + all.spent() + "."))
                    .gap();
        }
        files.forEach(file -> page.line(Span.code(file.toString())));
        page.line(
                Span.plain("A receipt of each attempt is in "),
                Span.code(out.resolve("receipts").toString()),
                Span.plain("; "),
                Span.code("./quorumbook replay RECEIPT"),
                Span.plain(" judges it again."));
        screen.show(page.done());
        return all.results().stream().anyMatch(result -> result.verdict() == Outcome.UNKNOWN) ? UNKNOWN : 0;
    }

    private Intakes intakes(List<LessonId> wanted) {
        try {
            Intakes found = Intakes.of(
                    submissions, wanted.stream().map(LessonId::toString).toList());
            if (found.learners().isEmpty()) {
                throw Usage.wrong(
                        spec,
                        "There is no submission in "
                                + submissions.stream().map(Path::toString).collect(Collectors.joining(", "))
                                + ". Give a folder that holds a folder or a zip of each learner, or such submissions.");
            }
            return found;
        } catch (IllegalArgumentException e) {
            throw Usage.wrong(spec, String.valueOf(e.getMessage()));
        }
    }

    private List<Format> formats() {
        return formats.stream()
                .map(name -> Formats.named(name)
                        .orElseThrow(() -> Usage.wrong(
                                spec,
                                "There is no format '" + name + "'; there are "
                                        + String.join(", ", Formats.names())
                                        + ". Pages for a browser are always written.")))
                .toList();
    }

    /** For completion. */
    static final class FormatNames extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        FormatNames() {
            super(Formats.names());
        }
    }
}
