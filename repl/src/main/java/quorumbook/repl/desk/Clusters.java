package quorumbook.repl.desk;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quorumbook.labs.Attempt;
import quorumbook.labs.Bench;
import quorumbook.labs.Lab;
import quorumbook.labs.cluster.Backend;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.cluster.Run;
import quorumbook.labs.fault.Demands;
import quorumbook.labs.observe.ClusterWatch;
import quorumbook.labs.reset.Cleanness;
import quorumbook.labs.reset.Reset;

/** Keeps the one cluster that is in use: cleaned for the next attempt where that can be proved, else started anew. */
public final class Clusters implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Clusters.class);
    private static final Duration READY = Duration.ofSeconds(120);

    private final Backend backend;
    private final Run run;
    private final Spare spare;
    private volatile Optional<Live> live = Optional.empty();
    private Optional<Attempt> last = Optional.empty();
    /** What ends a cluster that was given up for a spare one. */
    private Optional<Thread> ending = Optional.empty();

    private volatile boolean ended;

    public Clusters(Backend backend, Run run) {
        this.backend = backend;
        this.run = run;
        this.spare = new Spare(backend, run);
    }

    /** A running cluster and the watch over it. */
    public record Live(Cluster cluster, ClusterWatch watch) implements AutoCloseable {
        @Override
        public void close() {
            watch.close();
            cluster.close();
        }
    }

    public Backend backend() {
        return backend;
    }

    /** Begins an attempt on the cluster that is there, if it has the shape and can be proved clean, else on a new one. */
    public synchronized Attempt begin(Lab lab, long seed, Progress progress) throws Exception {
        refuseWhatCannotBeDone(lab);
        boolean fits = live.isPresent() && live.get().cluster().spec().equals(lab.cluster(lab.given(seed)));
        if (fits && last.isPresent()) {
            progress.phase("cleaning the cluster");
            Cleanness cleanness = Reset.clean(last.get().bench());
            if (cleanness instanceof Cleanness.Clean) {
                progress.phase("preparing the exercise");
                Attempt before = last.get();
                last = Optional.empty();
                return remembered(Attempt.begin(lab, before, seed));
            }
            LOG.warn("a new cluster is started, since the old one is scarred: {}", cleanness);
        }
        return beginFresh(lab, seed, progress);
    }

    /** Begins an attempt on a cluster that nobody has used. */
    public synchronized Attempt beginFresh(Lab lab, long seed, Progress progress) throws Exception {
        refuseWhatCannotBeDone(lab);
        fresh(lab.cluster(lab.given(seed)), progress);
        progress.phase("preparing the exercise");
        return remembered(Attempt.begin(lab, live.orElseThrow().cluster(), seed));
    }

    /** Why no attempt at that lab can begin here, however its servers are. */
    public Optional<String> refusal(Lab lab) {
        return Demands.refusal(lab.demands(), backend.name(), backend.capabilities(lab.cluster()));
    }

    /** Before any server is started for it. */
    private void refuseWhatCannotBeDone(Lab lab) {
        refusal(lab).ifPresent(sentence -> {
            throw new ClusterException(sentence);
        });
    }

    private Attempt remembered(Attempt attempt) {
        last = Optional.of(attempt);
        return attempt;
    }

    private void forget() {
        last.ifPresent(Attempt::close);
        last = Optional.empty();
    }

    /** A ready cluster of that shape that nobody has used. */
    public synchronized Live fresh(ClusterSpec shape, Progress progress) {
        if (ended) {
            drop();
            throw new ClusterException("The workbook is closing.");
        }
        try {
            Optional<Cluster> ready = spare.take(shape, progress);
            if (ready.isPresent()) {
                dropMeanwhile();
                watch(ready.get());
            } else {
                drop();
                backend.bringUp(shape, run, READY, progress, this::watch);
            }
            return live.orElseThrow();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Also of a cluster that is only starting, so that it can be seen to start. */
    private void watch(Cluster cluster) {
        live.ifPresent(Live::close);
        live = Optional.of(new Live(cluster, ClusterWatch.over(cluster)));
    }

    /** The cluster that is there now, if any, starting or ready; never blocks. */
    public Optional<Live> live() {
        return live;
    }

    /**
     * Brings up another cluster in the background if the one in use cannot be cleaned any more, so that the next attempt at
     * the same exercise need not wait for it. Takes a second cluster's memory: for a person who tries again and again.
     */
    public synchronized void spareIfScarred() {
        last.filter(attempt -> Reset.scar(attempt.bench()).isPresent())
                .ifPresent(attempt -> spare.want(attempt.cluster().spec(), cluster -> warm(attempt.lab(), cluster)));
    }

    private static void warm(Lab lab, Cluster cluster) throws Exception {
        // It may not depend on the values, which are not drawn yet.
        try (Bench bench = new Bench(cluster, lab.given(0), Clock.systemUTC())) {
            lab.warm(bench);
        }
    }

    /** Whether such a cluster stands ready; never blocks. */
    public boolean hasSpare() {
        return spare.isReady();
    }

    /** Closes, and starts no more. */
    public void end() {
        ended = true;
        close();
    }

    /** Ends the cluster in use, and the spare one; the next attempt gets a new one. */
    @Override
    public synchronized void close() {
        drop();
        spare.close();
        ending.ifPresent(Clusters::await);
        ending = Optional.empty();
    }

    private static void await(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the cluster in use. */
    private void drop() {
        forget();
        live.ifPresent(Live::close);
        live = Optional.empty();
    }

    /** The same for whoever has another one already, and need not wait until servers and clients have ended. */
    private void dropMeanwhile() {
        ending.ifPresent(Clusters::await);
        Optional<Attempt> attempt = last;
        Optional<Live> cluster = live;
        last = Optional.empty();
        live = Optional.empty();
        Thread thread = new Thread(
                () -> {
                    attempt.ifPresent(Attempt::close);
                    cluster.ifPresent(Live::close);
                },
                "quorumbook-ending");
        thread.setDaemon(true);
        thread.start();
        ending = Optional.of(thread);
    }
}
