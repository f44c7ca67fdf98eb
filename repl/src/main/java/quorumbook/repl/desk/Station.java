package quorumbook.repl.desk;

import quorumbook.labs.cluster.Backend;
import quorumbook.labs.cluster.Run;
import quorumbook.repl.engine.WarmPool;

/** What one of several that work side by side has to itself: a cluster in use, and JVMs forked ahead. */
public final class Station implements AutoCloseable {
    private final Clusters clusters;
    private final WarmPool warmPool = WarmPool.of(LearnerArchive.settings());

    Station(Backend backend, Run run) {
        this.clusters = new Clusters(backend, run);
    }

    public Clusters clusters() {
        return clusters;
    }

    /** JVMs forked ahead for copies of the learner's program; handed on from desk to desk. */
    WarmPool warmPool() {
        return warmPool;
    }

    /** Ends its servers and JVMs for good. */
    @Override
    public void close() {
        warmPool.close();
        clusters.end();
    }
}
