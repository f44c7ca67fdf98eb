package quorumbook.repl.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import quorumbook.labs.Attempt;
import quorumbook.labs.Lab;
import quorumbook.labs.Report;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;
import quorumbook.labs.observe.Observation;
import quorumbook.lessons.Lesson;
import quorumbook.lessons.LessonId;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Screen;
import quorumbook.repl.page.Span;

/**
 * Where the learner sits: the open lesson and its step, the attempt at its lab, the three languages, the progress. The same
 * desk serves the prompt, a submission that is checked, and our own proof.
 */
public final class Desk implements AutoCloseable {
    private static final String WELCOME_BACK =
            "Welcome back. Your names and values are the same; the servers are new and hold nothing of yours.";

    private final Book book;
    private final Screen screen;
    private final Diary diary;
    private final LongSupplier seeds;
    private final Chronicle chronicle = new Chronicle();
    private final Attempts attempts;
    private final Languages languages;
    private final List<String> typed = new ArrayList<>();
    // The status line reads it from a thread of its own.
    private volatile Reading reading;
    private Optional<Report> latest = Optional.empty();
    private volatile boolean looksAhead;

    /**
     * Opens nothing yet.
     *
     * @param clusters asked for on a thread of the desk's own when the first lab needs servers
     * @param journal where progress is kept, if it is kept
     * @param seeds the seed of each new attempt
     */
    public Desk(
            Book book,
            Screen screen,
            Optional<Journal> journal,
            LongSupplier seeds,
            Supplier<Clusters> clusters,
            Languages languages) {
        this.book = book;
        this.screen = screen;
        this.diary = Diary.of(journal, screen);
        this.seeds = seeds;
        this.attempts = new Attempts(clusters, screen, chronicle, languages::expect);
        this.languages = languages;
        this.reading = new Reading(book.lesson(book.syllabus().first()), Map.of(), 0);
    }

    public Book book() {
        return book;
    }

    public Screen screen() {
        return screen;
    }

    public Languages languages() {
        return languages;
    }

    public Standing standing() {
        return diary.standing();
    }

    public Lesson lesson() {
        return reading.lesson();
    }

    /** The line that the lesson offers to run next. */
    public Optional<String> offered() {
        return reading.offered();
    }

    /** Opens the lesson that was open last, at its step and with its values; the first one for a newcomer. */
    public Page resume() {
        Optional<LessonId> last = standing()
                .latest()
                .flatMap(LessonId::parse)
                .filter(book.syllabus().lessons()::contains);
        if (last.isEmpty()) {
            return open(book.syllabus().first());
        }
        Standing.Lesson was = standing().lesson(last.get().toString()).orElseThrow();
        Page page = open(last.get(), was.seed(), was.step());
        boolean begun = hasLab() && was.step() > 0;
        return begun ? Page.of(Span.faint(WELCOME_BACK)).then(page) : page;
    }

    /** Opens a lesson at its beginning, with new values. */
    public Page open(LessonId id) {
        return open(id, seeds.getAsLong(), 0);
    }

    /** Opens a lesson with the values of that seed. */
    public Page open(LessonId id, long seed, int step) {
        Optional<Lab> lab = book.lab(id);
        Lesson lesson = book.lesson(id);
        forget();
        attempts.leave();
        reading = new Reading(lesson, lab.map(each -> each.given(seed).values()).orElse(Map.of()), step);
        diary.write("opened", id, Long.toString(seed));
        diary.write("step", id, Integer.toString(reading.step()));
        lab.ifPresent(each -> attempts.begin(each, seed));
        return Page.markdown(reading.text());
    }

    /** Turns to the next step, or opens the next lesson; empty at the very end. */
    public Optional<Page> next() {
        if (reading.turn(1)) {
            return Optional.of(turned());
        }
        return book.syllabus().next(reading.id()).map(this::open);
    }

    /** Turns to the step before, or opens the lesson before at its beginning; empty at the very beginning. */
    public Optional<Page> back() {
        if (reading.turn(-1)) {
            return Optional.of(turned());
        }
        return book.syllabus().previous(reading.id()).map(this::open);
    }

    /** The step that is open, once more. */
    public Page again() {
        return Page.markdown(reading.text());
    }

    private Page turned() {
        diary.write("step", reading.id(), Integer.toString(reading.step()));
        return again();
    }

    /** Begins the open lesson's lab anew on a clean cluster: with the same values, or with new ones. */
    public Page beginAgain(Values values) {
        Lab lab = lab();
        long seed = values == Values.SAME ? given().seed() : seeds.getAsLong();
        forget();
        reading = new Reading(book.lesson(reading.id()), lab.given(seed).values(), reading.step());
        diary.write("opened", reading.id(), Long.toString(seed));
        attempts.begin(lab, seed);
        return again();
    }

    /** Which values an attempt that begins again has. */
    public enum Values {
        SAME,
        NEW
    }

    private void forget() {
        languages.disconnect();
        latest = Optional.empty();
        typed.clear();
    }

    public boolean hasLab() {
        return attempts.current().isPresent();
    }

    /** The lab of the open lesson. */
    public Lab lab() {
        return attempts.current()
                .map(Work::lab)
                .orElseThrow(() -> new ClusterException(
                        "This lesson has no exercise and no servers. /next goes on; /lessons shows them all."));
    }

    /** The values of the attempt; none in a lesson without a lab. */
    public Given given() {
        return attempts.current().map(Work::given).orElse(new Given(0, Map.of()));
    }

    /** The attempt, waited for; its cluster is ready and the three languages are connected to it. */
    public Attempt attempt() throws InterruptedException {
        lab();
        Attempt ready = attempts.current().orElseThrow().ready(screen);
        languages.connect(ready);
        return ready;
    }

    /** The attempt if it is ready now, without waiting. */
    public Optional<Attempt> attemptNow() {
        return attempts.current().flatMap(Work::now);
    }

    /** What the preparation of the lab is doing; empty when it is over or there is none. */
    public Optional<String> preparing() {
        return attempts.current().flatMap(Work::phase);
    }

    /** What the cluster looks like now, at most half a second old; never blocks. */
    public Optional<Observation> observation() {
        return attempts.observation();
    }

    /** Has the cluster looked at more often until what it returns is run. */
    public Runnable hurry() {
        return attempts.hurry();
    }

    /** Judges the cluster as it is now. */
    public Report check() throws InterruptedException {
        Attempt attempt = attempt();
        noteSessions();
        screen.busy("checking");
        try {
            Report report = attempt.check();
            latest = Optional.of(report);
            diary.checked(reading.id(), report);
            if (looksAhead) {
                attempts.served();
            }
            return report;
        } finally {
            screen.idle();
        }
    }

    /** From now on the learner shall not wait for servers after a check that has spoilt them, at the price of memory. */
    public void lookAhead() {
        looksAhead = true;
    }

    /** What the last check of this attempt came to. */
    public Optional<Report> latestReport() {
        return latest;
    }

    /**
     * All that is known of the attempt so far, in no order: its history, what the last check saw, what happened to the
     * servers by themselves, how they voted by their own server logs. For showing, never for judging.
     */
    public History story() throws InterruptedException {
        Attempt attempt = attempt();
        noteSessions();
        return chronicle.with(attempt, latest.map(Report::history));
    }

    /** Tells the attempt which ZooKeeper sessions are the learner's; to be called after each line. */
    public void noteSessions() {
        attemptNow().ifPresent(attempt -> {
            for (OptionalLong session : languages.sessions()) {
                session.ifPresent(attempt::learnerSession);
            }
        });
    }

    /** Remembers a line of the submission that the learner is writing, and goes on to the lesson's next offer. */
    public void typed(String input) {
        taken(input);
        if (!input.isBlank()) {
            typed.add(input.strip());
            chronicle.typed(input.strip());
        }
    }

    /** A line was typed: if it is the one that the lesson offers, the lesson goes on to its next. */
    public void taken(String input) {
        if (reading.offered().filter(input.strip()::equals).isPresent()) {
            reading.taken();
        }
    }

    /** Everything typed in this attempt, oldest first. */
    public List<String> typed() {
        return List.copyOf(typed);
    }

    /** Writes to the journal that something happened in the open lesson. */
    public void note(String kind, String words) {
        diary.write(kind, reading.id(), words);
    }

    @Override
    public void close() {
        attempts.close();
        // No new JVM for a next exercise: there is none.
        languages.close();
    }
}
