package quorumbook.repl.bench;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import quorumbook.labs.Lab;
import quorumbook.labs.LabId;
import quorumbook.labs.catalogue.Catalogue;
import quorumbook.labs.cluster.HandInstalled;
import quorumbook.labs.cluster.Progress;
import quorumbook.lessons.LessonId;
import quorumbook.repl.command.Dialogue;
import quorumbook.repl.command.Script;
import quorumbook.repl.desk.Book;
import quorumbook.repl.desk.Desk;
import quorumbook.repl.desk.Languages;
import quorumbook.repl.desk.Program;
import quorumbook.repl.grade.Jobs;
import quorumbook.repl.grade.Paper;
import quorumbook.repl.page.CapturingScreen;
import quorumbook.repl.result.AttemptResult;

/**
 * A learner who hands in our answers to all exercises, against the sum of what the exercises have to wait for, with the
 * price of the steps on this machine.
 */
final class Mixed implements Contest {
    private static final Goal GOAL = new Goal.Ratio(1.3);
    private static final Figure ATTEMPTS =
            new Figure("mixed-attempts", "all exercises graded, from ready servers, added up", Unit.SECONDS, GOAL);
    private static final Figure WALL =
            new Figure("mixed-wall", "all exercises graded, side by side, from no servers", Unit.SECONDS, GOAL);

    private final Program program;
    private final Book book;
    private final List<Lab> labs = Catalogue.labs();
    private final Map<LabId, Duration> floors = new LinkedHashMap<>();
    private Optional<GradedClass> latest = Optional.empty();
    private long seed;

    Mixed(Program program, Book book) {
        this.program = program;
        this.book = book;
    }

    @Override
    public List<Figure> figures() {
        return List.of(ATTEMPTS, WALL);
    }

    @Override
    public String opponent() {
        return "the sum of the floors of " + labs.size() + " exercises, those without one count nothing; ours "
                + Jobs.here() + " side by side" + latest.map(this::parts).orElse("");
    }

    private String parts(GradedClass graded) {
        String attempts = graded.results().stream()
                .sorted(Comparator.comparing(AttemptResult::exercise))
                .map(this::ofItsFloor)
                .collect(Collectors.joining(", "));
        return "; the last run's attempts: " + attempts + "; its parts: " + graded.spent();
    }

    private String ofItsFloor(AttemptResult result) {
        Duration floor = floors.getOrDefault(LabId.of(result.exercise()), Duration.ZERO);
        return String.format(
                Locale.ROOT,
                "%s %.1f s of %.1f",
                result.exercise().substring(result.exercise().indexOf('/') + 1),
                Unit.SECONDS.of(result.took().toNanos()),
                Unit.SECONDS.of(floor.toNanos()));
    }

    @Override
    public Optional<String> hindrance() {
        return labs.stream().allMatch(lab -> book.answer(lesson(lab)).isPresent())
                ? Optional.empty()
                : Optional.of("our answers are not installed beside the workbook");
    }

    private static LessonId lesson(Lab lab) {
        return LessonId.of(lab.id().toString());
    }

    @Override
    public void prepare(Set<String> wanted, Progress progress) throws Exception {
        progress.phase("making class-data archives where there are none, which takes a minute");
        program.chosen().backend().warm(program.run());
        progress.phase("measuring what each step takes here");
        CapturingScreen screen = new CapturingScreen();
        try (Desk desk =
                new Desk(book, screen, Optional.empty(), () -> 1, program::clusters, Languages.of(program, screen))) {
            for (Lab lab : labs) {
                floors.put(lab.id(), lab.floor().steps().isEmpty() ? lab.floor().total() : priced(lab, desk));
            }
        } finally {
            program.clusters().close();
        }
    }

    private Duration priced(Lab lab, Desk desk) throws Exception {
        desk.open(lesson(lab));
        if (desk.attempt().cluster().spec() instanceof HandInstalled) {
            install(lab, desk);
        }
        return lab.floor()
                .total(Prices.of(lab.floor().steps().keySet(), desk.attempt().cluster()));
    }

    /** There are no servers until somebody has written what they read. */
    private void install(Lab lab, Desk desk) {
        Dialogue dialogue = new Dialogue(desk);
        Script.inputs(book.answer(lesson(lab)).orElseThrow(), dialogue).forEach(dialogue::submit);
    }

    @Override
    public Map<String, Double> ours(Set<String> wanted) throws Exception {
        seed++;
        List<Paper> papers = labs.stream()
                .map(lab -> Paper.of(
                        "learner", lesson(lab), book.answer(lesson(lab)).orElseThrow(), seed))
                .toList();
        GradedClass graded = GradedClass.of(papers, program, book, UnaryOperator.identity());
        latest = Optional.of(graded);
        return Map.of(
                ATTEMPTS.name(), ATTEMPTS.unit().of(graded.attempts().toNanos()),
                WALL.name(), WALL.unit().of(graded.took().toNanos()));
    }

    @Override
    public Map<String, Double> other(Set<String> wanted) {
        Duration sum = floors.values().stream().reduce(Duration.ZERO, Duration::plus);
        return Map.of(
                ATTEMPTS.name(), ATTEMPTS.unit().of(sum.toNanos()),
                WALL.name(), WALL.unit().of(sum.toNanos()));
    }

    @Override
    public void close() {
        // Each class ends what it has begun.
    }
}
