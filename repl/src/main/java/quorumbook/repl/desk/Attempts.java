package quorumbook.repl.desk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import quorumbook.labs.Attempt;
import quorumbook.labs.Lab;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.observe.ClusterWatch;
import quorumbook.labs.observe.Observation;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Screen;
import quorumbook.repl.page.Span;

/**
 * The attempt at the lab of the open lesson: begun in the background while the learner reads, given up when they go
 * elsewhere. Says on the screen what happens to its cluster by itself.
 */
final class Attempts implements AutoCloseable {
    private static final Duration GIVING_UP = Duration.ofSeconds(20);

    private final Supplier<Clusters> clusters;
    private final Screen screen;
    private final IntConsumer copiesWanted;
    private final Chronicle chronicle;
    private final ExecutorService preparing = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "quorumbook-preparing");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Optional<Work> work = Optional.empty();
    private volatile Optional<Clusters> known = Optional.empty();
    // Touched by the preparing thread alone.
    private Optional<ClusterWatch> heard = Optional.empty();
    /** Ends the subscription to it: the cluster may outlive this desk, and would keep all that was done at it. */
    private volatile Runnable hearNoMore = () -> {};

    /** @param copiesWanted is told, once the servers run, how many copies of the learner's program the lab will run */
    Attempts(Supplier<Clusters> clusters, Screen screen, Chronicle chronicle, IntConsumer copiesWanted) {
        this.clusters = clusters;
        this.screen = screen;
        this.chronicle = chronicle;
        this.copiesWanted = copiesWanted;
    }

    /** What is being attempted now. */
    Optional<Work> current() {
        return work;
    }

    /** Begins another; on a new cluster if the last one could not be had, else on one that is proved clean. */
    void begin(Lab lab, long seed) {
        boolean lost = work.isPresent() && work.get().failed();
        leave();
        chronicle.begin();
        Work begun = Work.begin(lab, seed, lost ? this::fresh : this::cleaned, preparing);
        begun.onFailure(sentence -> screen.happened(Page.of(Span.bad(sentence))));
        work = Optional.of(begun);
    }

    /** Gives up what is being attempted, if anything. */
    void leave() {
        work.ifPresent(Work::abandon);
        work = Optional.empty();
    }

    /** What the cluster looks like now; never blocks. */
    Optional<Observation> observation() {
        return known.flatMap(Clusters::live).map(live -> live.watch().latest());
    }

    /** Has the cluster looked at more often until what it returns is run. */
    Runnable hurry() {
        return known.flatMap(Clusters::live).map(live -> live.watch().hurry()).orElse(() -> {});
    }

    /** Tells that the cluster has served its purpose for now: what it is needed for next may need another one. */
    void served() {
        known.ifPresent(Clusters::spareIfScarred);
    }

    private Attempt cleaned(Lab lab, long seed, Progress progress) throws Exception {
        return heard(clusters().begin(lab, seed, progress));
    }

    private Attempt fresh(Lab lab, long seed, Progress progress) throws Exception {
        return heard(clusters().beginFresh(lab, seed, progress));
    }

    private Clusters clusters() {
        Clusters own = clusters.get();
        known = Optional.of(own);
        return own;
    }

    private Attempt heard(Attempt attempt) {
        copiesWanted.accept(attempt.lab().programs());
        Optional<ClusterWatch> watch = known.flatMap(Clusters::live).map(Clusters.Live::watch);
        if (!watch.equals(heard)) {
            heard = watch;
            watch.ifPresent(this::hear);
        }
        watch.map(ClusterWatch::latest).ifPresent(chronicle::saw);
        return attempt;
    }

    private void hear(ClusterWatch watch) {
        News news = new News(watch.latest());
        hearNoMore.run();
        hearNoMore = watch.subscribe(now -> {
            List<String> changes = news.in(now);
            if (!changes.isEmpty()) {
                chronicle.saw(now);
            }
            changes.forEach(change -> screen.happened(Page.of(Span.warning(change))));
        });
    }

    /** Returns once nothing that was begun goes on: a cluster that is being started is given up first. */
    @Override
    public void close() {
        preparing.shutdownNow();
        leave();
        try {
            if (!preparing.awaitTermination(GIVING_UP.toSeconds(), TimeUnit.SECONDS)) {
                screen.show(Page.of(Span.warning("A cluster that was being started does not let itself be given up.")));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            hearNoMore.run();
        }
    }
}
