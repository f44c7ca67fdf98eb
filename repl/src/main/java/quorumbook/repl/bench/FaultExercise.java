package quorumbook.repl.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import quorumbook.labs.Floor;
import quorumbook.labs.Floor.Step;
import quorumbook.labs.Lab;
import quorumbook.labs.Report;
import quorumbook.labs.Verdict;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.Progress;
import quorumbook.lessons.LessonId;
import quorumbook.repl.command.Dialogue;
import quorumbook.repl.command.Script;
import quorumbook.repl.desk.Book;
import quorumbook.repl.desk.Desk;
import quorumbook.repl.desk.Languages;
import quorumbook.repl.desk.Program;
import quorumbook.repl.page.CapturingScreen;

/**
 * An exercise with faults, from ready servers to the verdict on our answer, against the least that it takes; and the parts of that
 * time.
 */
final class FaultExercise implements Contest {
    private static final double LIMIT = 1.5;
    private static final Duration FORKING = Duration.ofSeconds(60);

    private final Program program;
    private final Book book;
    private final LessonId lesson;
    private final Floor floor;
    private final Figure figure;
    private final Map<Part, Tally> parts = new EnumMap<>(Part.class);
    private final Map<Step, Tally> prices = new EnumMap<>(Step.class);
    private Optional<Desk> desk = Optional.empty();
    private long seed;

    FaultExercise(Program program, Book book, Lab lab) {
        this.program = program;
        this.book = book;
        this.lesson = LessonId.of(lab.id().toString());
        this.floor = lab.floor();
        this.figure =
                new Figure("parts-" + lesson.name(), "our answer and its verdict", Unit.SECONDS, new Goal.Ratio(LIMIT));
    }

    @Override
    public Optional<String> hindrance() {
        return book.answer(lesson).isPresent()
                ? Optional.empty()
                : Optional.of("our answers are not installed beside the workbook");
    }

    @Override
    public List<Figure> figures() {
        return List.of(figure);
    }

    @Override
    public String opponent() {
        StringJoiner ours = new StringJoiner(", ");
        parts.forEach((part, tally) -> tally.median(part.words())
                .ifPresent(seconds -> ours.add(part.words() + String.format(Locale.ROOT, " %.1f s", seconds))));
        StringJoiner each = new StringJoiner(", ");
        prices.forEach((step, tally) -> tally.median(step.words())
                .ifPresent(millis -> each.add(step.words() + String.format(Locale.ROOT, " %.1f ms each", millis))));
        return "the floor: " + floor + (prices.isEmpty() ? "" : " (here: " + each + ")")
                + (parts.isEmpty() ? "" : "; the parts of ours: " + ours);
    }

    @Override
    public void prepare(Set<String> wanted, Progress progress) {
        CapturingScreen screen = new CapturingScreen();
        desk = Optional.of(new Desk(
                book, screen, Optional.empty(), () -> ++seed, program::clusters, Languages.of(program, screen)));
    }

    @Override
    public Map<String, Double> ours(Set<String> wanted) throws Exception {
        Desk open = desk.orElseThrow();
        long begun = System.nanoTime();
        open.open(lesson);
        open.attempt();
        readyAsForAReader(open);
        add(Part.START, Duration.ofNanos(System.nanoTime() - begun));
        Instant from = Instant.now();
        long ready = System.nanoTime();
        Dialogue dialogue = new Dialogue(open);
        for (String input : Script.inputs(book.answer(lesson).orElseThrow(), dialogue)) {
            dialogue.submit(input);
        }
        dialogue.submit("/check");
        Duration took = Duration.ofNanos(System.nanoTime() - ready);
        Report report = open.latestReport().orElseThrow(() -> new IllegalStateException("/check came to no verdict"));
        if (report.outcome() != Verdict.Outcome.PASS) {
            throw new IllegalStateException("our answer came to " + report.outcome());
        }
        Part.of(open.story().events(), from, from.plus(took)).forEach(this::add);
        return Map.of(figure.name(), figure.unit().of(took.toNanos()));
    }

    /** While somebody reads the lesson, JVMs are forked and warmed. */
    private void readyAsForAReader(Desk open) throws InterruptedException {
        open.languages().warmUp();
        if (!Eventually.holds(
                FORKING, () -> open.languages().hasForked(open.lab().programs()))) {
            throw new IllegalStateException("no JVMs were forked within " + FORKING.toSeconds() + " s");
        }
    }

    private void add(Part part, Duration took) {
        parts.computeIfAbsent(part, any -> new Tally()).add(Map.of(part.words(), Unit.SECONDS.of(took.toNanos())));
    }

    /** On the same servers, which may be spoilt by it: the next attempt gets others then. */
    @Override
    public Map<String, Double> other(Set<String> wanted) throws Exception {
        Map<Step, Duration> paid =
                Prices.of(floor.steps().keySet(), desk.orElseThrow().attempt().cluster());
        paid.forEach((step, price) -> prices.computeIfAbsent(step, any -> new Tally())
                .add(Map.of(step.words(), Unit.MILLISECONDS.of(price.toNanos()))));
        return Map.of(figure.name(), figure.unit().of(floor.total(paid).toNanos()));
    }

    @Override
    public void close() {
        desk.ifPresent(Desk::close);
    }
}
