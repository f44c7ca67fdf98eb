package quorumbook.repl.grade;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import quorumbook.repl.result.AttemptResult;
import quorumbook.repl.result.Outcome;

/**
 * Papers judged by several examiners side by side, each verdict kept as soon as it is there. What a run before has judged is
 * not judged again; what nobody could tell is tried once more on a cluster that nobody has used.
 */
public final class Grading {
    private static final long TICK_SECONDS = 1;
    /** So many submissions in a row that nobody could begin to judge: there is no use in going on. */
    private static final int MOST_WITHOUT_SERVERS = 3;

    private final Ledger ledger;
    private final Results results;
    private final Supplier<Examining> hiring;
    private final Duration patience;
    private final Watcher watcher;
    private final AtomicInteger working = new AtomicInteger();
    /** Open once everything is judged, or it was stopped. */
    private final CountDownLatch settled = new CountDownLatch(1);

    private volatile boolean stopped;
    private final List<Thread> workers = new CopyOnWriteArrayList<>();
    private volatile boolean over;

    // Guarded by this.
    private final Map<Paper, AttemptResult> judged = new LinkedHashMap<>();
    private final Map<Integer, Paper> now = new LinkedHashMap<>();
    private Optional<IOException> unwritten = Optional.empty();
    private Optional<Throwable> broken = Optional.empty();
    private Spent spent = Spent.nothing();
    private int withoutServers;
    private Optional<String> standstill = Optional.empty();
    private int all;
    private int earlier;
    private long begun;

    /** Where verdicts are kept. All methods may be called by several threads at once. */
    public interface Ledger {
        /** What an earlier run has judged: the same text with the same seed. */
        Optional<AttemptResult> finished(Paper paper);

        /** Keeps a result, and what it rests on if it came to a verdict. */
        void keep(AttemptResult result, Paper paper, Optional<Examined> examined) throws IOException;
    }

    /** Is told how it goes, once a second and when somebody is done. */
    public interface Watcher {
        void went(Course course);

        void judged(AttemptResult result);
    }

    /**
     * @param hiring one more examiner, with clusters of its own
     * @param patience how long one paper may take in all before its examiner is given up
     */
    public Grading(Ledger ledger, Results results, Supplier<Examining> hiring, Duration patience, Watcher watcher) {
        this.ledger = ledger;
        this.results = results;
        this.hiring = hiring;
        this.patience = patience;
        this.watcher = watcher;
    }

    /**
     * Returns once everything is judged, or it was stopped or came to a standstill: then what has been judged.
     *
     * @throws IOException if a verdict could not be kept; those before are
     * @throws IllegalStateException if somebody who judges broke down through an error of ours
     */
    public List<AttemptResult> grade(List<Paper> papers, int jobs, WorkList.Shapes shapes)
            throws InterruptedException, IOException {
        List<Paper> waiting = new ArrayList<>();
        synchronized (this) {
            begun = System.nanoTime();
            all = papers.size();
            for (Paper paper : papers) {
                ledger.finished(paper).ifPresentOrElse(result -> judged.put(paper, result), () -> waiting.add(paper));
            }
            earlier = judged.size();
        }
        WorkList list = new WorkList(waiting, shapes);
        for (int job = 0; job < Math.min(jobs, waiting.size()); job++) {
            int worker = job;
            workers.add(new Thread(() -> work(worker, list), "quorumbook-job-" + (worker + 1)));
        }
        working.set(workers.size());
        workers.forEach(Thread::start);
        try {
            await();
            over = !isStopped();
        } finally {
            stop();
            for (Thread worker : workers) {
                worker.join();
            }
        }
        synchronized (this) {
            if (unwritten.isPresent()) {
                throw unwritten.get();
            }
            if (broken.isPresent()) {
                throw new IllegalStateException("who judged broke down, with " + broken.get(), broken.get());
            }
            return List.copyOf(judged.values());
        }
    }

    private void await() throws InterruptedException {
        while (working.get() > 0 && !settled.await(TICK_SECONDS, TimeUnit.SECONDS)) {
            watcher.went(course());
        }
    }

    /**
     * Ends it in good order: what is being judged now is not, and is judged when somebody goes on.
     *
     * @return whether there was anything left to end
     */
    public boolean stop() {
        boolean going = !over && !isStopped();
        stopped = true;
        settled.countDown();
        workers.forEach(Thread::interrupt);
        return going;
    }

    /** Whether it was ended before everything was judged. */
    public boolean wasStopped() {
        return isStopped() && !over;
    }

    /** Why it ended before everything was judged, if no servers could be had any more: a sentence. */
    public synchronized Optional<String> standstill() {
        return standstill;
    }

    private boolean isStopped() {
        return stopped;
    }

    private void work(int worker, WorkList list) {
        try (Keeper keeper = new Keeper();
                Seat seat = new Seat(hiring, patience)) {
            Optional<Paper> paper = list.next(worker);
            while (paper.isPresent() && !isStopped() && standstill().isEmpty()) {
                begin(worker, paper.get());
                Optional<NoServersException> without = judge(seat, keeper, paper.get());
                count(without);
                if (without.isPresent()) {
                    // Others may still be served.
                    list.putLast(worker);
                }
                end(worker);
                paper = list.next(worker);
            }
        } catch (InterruptedException e) {
            // Stopped, which is said where it was asked for.
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            breakDown(e);
        } finally {
            if (working.decrementAndGet() == 0) {
                settled.countDown();
            }
        }
    }

    private synchronized void count(Optional<NoServersException> without) {
        withoutServers = without.isPresent() ? withoutServers + 1 : 0;
        if (withoutServers >= MOST_WITHOUT_SERVERS) {
            standstill = without.map(Throwable::getMessage);
        }
    }

    /** Without a word, the papers that are left would be missing in the end, and nobody would know. */
    private void breakDown(Throwable why) {
        synchronized (this) {
            broken = broken.or(() -> Optional.of(why));
        }
        stop();
    }

    /** Tells if there were no servers to judge it on. */
    private Optional<NoServersException> judge(Seat seat, Keeper keeper, Paper paper) throws InterruptedException {
        Tried first = attempt(seat, paper, Seat.Ground.PROVED_CLEAN);
        Tried tried = first.result().verdict() == Outcome.UNKNOWN ? attempt(seat, paper, Seat.Ground.FRESH) : first;
        keeper.keep(() -> keep(paper, tried));
        return tried.without();
    }

    private void keep(Paper paper, Tried tried) {
        Laps laps = new Laps();
        try {
            ledger.keep(tried.result(), paper, tried.examined());
            laps.lap(Stage.RECEIPT);
            synchronized (this) {
                judged.put(paper, tried.result());
                spent = spent.and(laps.spent());
            }
            watcher.judged(tried.result());
            watcher.went(course());
        } catch (IOException e) {
            synchronized (this) {
                unwritten = unwritten.or(() -> Optional.of(e));
            }
            stop();
        } catch (RuntimeException | Error e) {
            breakDown(e);
        }
    }

    /** @param without says that there were no servers */
    private record Tried(AttemptResult result, Optional<Examined> examined, Optional<NoServersException> without) {}

    private Tried attempt(Seat seat, Paper paper, Seat.Ground ground) throws InterruptedException {
        boolean again = ground == Seat.Ground.FRESH;
        Tried tried;
        try {
            Examined examined = seat.examine(paper, ground);
            spend(examined.spent());
            tried = new Tried(results.judged(paper, examined, again), Optional.of(examined), Optional.empty());
        } catch (Seat.Breakdown e) {
            Optional<NoServersException> without = Optional.ofNullable(e.getCause())
                    .filter(NoServersException.class::isInstance)
                    .map(NoServersException.class::cast);
            tried = new Tried(
                    results.troubled(paper, String.valueOf(e.getMessage()), again), Optional.empty(), without);
        }
        if (isStopped() || Ending.hasBegun()) {
            // Servers that were ended with us have a say in it.
            throw new InterruptedException("stopped while " + paper.learner() + " was being judged");
        }
        return tried;
    }

    private synchronized void spend(Spent more) {
        spent = spent.and(more);
    }

    /** What the time of all that was judged in this run went into; what goes on side by side is added up. */
    public synchronized Spent spent() {
        return spent;
    }

    private void begin(int worker, Paper paper) {
        synchronized (this) {
            now.put(worker, paper);
        }
        watcher.went(course());
    }

    private void end(int worker) {
        synchronized (this) {
            now.remove(worker);
        }
        watcher.went(course());
    }

    private synchronized Course course() {
        return new Course(
                all,
                earlier,
                judged.size() - earlier,
                now.values().stream()
                        .map(paper -> paper.learner() + " " + paper.exercise().name())
                        .toList(),
                Duration.ofNanos(System.nanoTime() - begun));
    }
}
