package quorumbook.repl.grade;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quorumbook.labs.Attempt;
import quorumbook.labs.Patience;
import quorumbook.labs.Report;
import quorumbook.labs.Verdict.Outcome;
import quorumbook.labs.await.Cause;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.NodeSpec;
import quorumbook.lessons.LessonId;
import quorumbook.repl.command.Dialogue;
import quorumbook.repl.desk.Book;
import quorumbook.repl.desk.Clusters;
import quorumbook.repl.desk.Desk;
import quorumbook.repl.desk.Languages;
import quorumbook.repl.desk.Station;
import quorumbook.repl.page.BoundedScreen;
import quorumbook.repl.page.Screen;

/** Runs submissions one after the other, each at a desk of its own, and judges what they leave behind. */
public final class Examiner implements Examining {
    /** How long a submission may take to stop once it is told to: a compiler does not listen. */
    private static final Duration GRACE = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(Examiner.class);
    private static final Duration LEAVING = Duration.ofSeconds(20);
    private static final int LOG_LINES = 200;

    private final Book book;
    private final Clusters clusters;
    private final Function<Screen, Languages> languages;
    private final Limits limits;
    private final Runnable leaving;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "quorumbook-time-limit"));

    private Examiner(
            Book book, Clusters clusters, Function<Screen, Languages> languages, Limits limits, Runnable leaving) {
        this.book = book;
        this.clusters = clusters;
        this.languages = languages;
        this.limits = limits;
        this.leaving = leaving;
    }

    /**
     * On clusters that are somebody's.
     *
     * @param languages the three languages of one submission, which speak to that screen
     */
    public Examiner(Book book, Clusters clusters, Function<Screen, Languages> languages) {
        this(book, clusters, languages, Limits.usual(), () -> {});
    }

    /**
     * One of several that work side by side, with a station of its own, which ends with it.
     *
     * @param languages the three languages of one submission at that station
     */
    public static Examiner at(
            Station station, Book book, BiFunction<Station, Screen, Languages> languages, Limits limits) {
        return new Examiner(
                book, station.clusters(), screen -> languages.apply(station, screen), limits, station::close);
    }

    @Override
    public Examined examineAfresh(LessonId exercise, String submission, long seed) throws InterruptedException {
        clusters.close();
        return examine(exercise, submission, seed);
    }

    @Override
    public Examined examine(LessonId exercise, String submission, long seed) throws InterruptedException {
        Laps laps = new Laps();
        AtomicReference<Optional<Sitting>> begun = new AtomicReference<>(Optional.empty());
        Runnable flooded = () -> Objects.requireNonNull(begun.get())
                .ifPresent(sitting ->
                        sitting.end("limit: output (ended after it had printed " + limits.output() + " characters)"));
        BoundedScreen screen = new BoundedScreen(limits.kept(), limits.output(), () -> clock.execute(flooded));
        Desk desk = new Desk(book, screen, Optional.empty(), () -> seed, () -> clusters, languages.apply(screen));
        Optional<Attempt> made = Optional.empty();
        Examined examined;
        try {
            Optional<Cluster> before = clusters.live().map(Clusters.Live::cluster);
            desk.open(exercise, seed, 0);
            Attempt attempt = attempt(desk);
            made = Optional.of(attempt);
            laps.lap(before.equals(Optional.of(attempt.cluster())) ? Stage.RESET : Stage.SERVERS);
            Sitting sitting =
                    new Sitting(Dialogue.unattended(desk), clock, limits, () -> Patience.begin(desk.languages()::cpu));
            begun.set(Optional.of(sitting));
            examined = judged(desk, attempt, sitting, submission, laps).with(screen.text());
        } finally {
            leave(desk, made);
        }
        laps.lap(Stage.LEAVING);
        return examined.with(laps.spent());
    }

    private Examined judged(Desk desk, Attempt attempt, Sitting sitting, String submission, Laps laps)
            throws InterruptedException {
        long start = System.nanoTime();
        boolean isOver = runs(sitting, submission);
        laps.lap(Stage.SUBMISSION);
        laps.move(desk.languages().waitedForJava(), Stage.SUBMISSION, Stage.JVM);
        // A desk at which somebody is stuck would wait for them.
        Report report = isOver ? desk.check() : attempt.check();
        laps.lap(Stage.CHECKS);
        desk.languages().trouble().ifPresent(words -> {
            throw new ClusterException("A JVM for the submission " + words);
        });
        sitting.doubt().ifPresent(why -> {
            throw new ClusterException("A limit of time was reached, and nobody can tell by whose fault: " + why + ".");
        });
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        List<String> reached = Stream.concat(sitting.broken().stream(), desk.languages().limits().stream())
                .distinct()
                .toList();
        return new Examined(report, "", reached, took, Spent.nothing(), logs(report, attempt));
    }

    private Attempt attempt(Desk desk) throws InterruptedException {
        try {
            return desk.attempt();
        } catch (ClusterException e) {
            throw clusters.refusal(desk.lab()).isPresent() ? e : new NoServersException(e);
        }
    }

    /** On a thread of its own, which is left behind if it does not come back; tells whether it did. */
    private boolean runs(Sitting sitting, String submission) throws InterruptedException {
        CompletableFuture<Void> over = new CompletableFuture<>();
        Thread hands = daemon(() -> complete(over, () -> sitting.run(submission)), "quorumbook-submission");
        hands.start();
        try {
            over.get(limits.whole().plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            hands.interrupt();
            return false;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StackOverflowError) {
                // Brackets in brackets in brackets: their compiler, their depth.
                sitting.end("limit: source (nested too deep for the compiler)");
                return true;
            }
            throw new ClusterException("The submission could not be run to its end: " + Cause.of(e), Cause.of(e));
        } catch (InterruptedException e) {
            sitting.end("ended with the whole run");
            throw e;
        }
    }

    private static Map<String, String> logs(Report report, Attempt attempt) {
        Map<String, String> logs = new TreeMap<>();
        if (report.outcome() != Outcome.PASS) {
            for (NodeSpec node : attempt.cluster().spec().nodes()) {
                List<String> lines = attempt.cluster().serverLog(node.id(), LOG_LINES);
                if (!lines.isEmpty()) {
                    logs.put(node.id().toString(), String.join("\n", lines) + "\n");
                }
            }
        }
        return logs;
    }

    /** Where somebody is stuck, the cluster goes: they may come loose and find another's work on it. */
    private void leave(Desk desk, Optional<Attempt> made) throws InterruptedException {
        CompletableFuture<Void> left = new CompletableFuture<>();
        daemon(() -> complete(left, () -> clearAndClose(desk, made)), "quorumbook-leaving")
                .start();
        try {
            left.get(LEAVING.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("a desk could not be left; its cluster is given up", e);
            clusters.close();
        }
    }

    private static void clearAndClose(Desk desk, Optional<Attempt> made) {
        try {
            made.ifPresent(Attempt::clear);
        } finally {
            desk.close();
        }
    }

    private static void complete(CompletableFuture<Void> future, Runnable work) {
        try {
            work.run();
            future.complete(null);
        } catch (RuntimeException | Error e) {
            future.completeExceptionally(e);
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        clock.shutdownNow();
        leaving.run();
    }
}
