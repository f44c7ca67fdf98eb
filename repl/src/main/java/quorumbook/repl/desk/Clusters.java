package quorumbook.repl.desk;

import java.time.Duration;
import java.util.Optional;
import quorumbook.labs.cluster.Backend;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.cluster.Run;
import quorumbook.labs.observe.ClusterWatch;
import quorumbook.labs.reset.Reset;

/** Keeps the one cluster that is in use: cleaned for the next attempt where that can be proved, else started anew. */
public final class Clusters implements AutoCloseable {
    private static final Duration READY = Duration.ofSeconds(120);

    private final Backend backend;
    private final Run run;
    private volatile Optional<Live> live = Optional.empty();

    public Clusters(Backend backend, Run run) {
        this.backend = backend;
        this.run = run;
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

    /** A clean and ready cluster of that shape. */
    public synchronized Live clean(ClusterSpec shape, Progress progress) throws InterruptedException {
        if (live.isPresent() && live.get().cluster().spec().equals(shape)) {
            progress.phase("cleaning the cluster");
            Reset.Outcome outcome = Reset.clean(live.get().cluster());
            if (outcome instanceof Reset.Clean) {
                return live.get();
            }
        }
        return fresh(shape, progress);
    }

    /** A cluster of that shape that nobody has used. */
    public synchronized Live fresh(ClusterSpec shape, Progress progress) {
        close();
        Cluster cluster = backend.launch(shape, run, progress);
        try {
            ClusterWatch watch = ClusterWatch.over(cluster);
            live = Optional.of(new Live(cluster, watch));
            cluster.awaitReady(READY, progress);
            return live.get();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** The cluster that is there now, if any, starting or ready; never blocks. */
    public Optional<Live> live() {
        return live;
    }

    @Override
    public synchronized void close() {
        live.ifPresent(Live::close);
        live = Optional.empty();
    }
}
