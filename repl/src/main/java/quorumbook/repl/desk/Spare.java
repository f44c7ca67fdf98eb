package quorumbook.repl.desk;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quorumbook.labs.cluster.Backend;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.ClusterSpec.Initially;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.HandInstalled;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.cluster.Run;

/**
 * A second cluster, brought up in the background while the first one is in use and can be of no use for another attempt. At
 * most one at a time; it belongs to whoever takes it. Guarded by itself.
 */
final class Spare implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Spare.class);
    private static final Duration READY = Duration.ofSeconds(120);
    private static final Duration STILL_READY = Duration.ofSeconds(10);

    private final Backend backend;
    private final Run run;
    private volatile Optional<Making> making = Optional.empty();

    Spare(Backend backend, Run run) {
        this.backend = backend;
        this.run = run;
    }

    /** One that is being brought up, or is ready. */
    private record Making(ClusterSpec shape, FutureTask<Cluster> cluster, Thread thread) {}

    /** What is done to a cluster once it is ready. */
    @FunctionalInterface
    interface Warming {
        void warm(Cluster cluster) throws Exception;
    }

    /** Begins to bring up one of that shape, unless it is there already, or the machine has no memory for it. */
    synchronized void want(ClusterSpec shape, Warming warming) {
        if (making.filter(each -> each.shape().equals(shape)).isPresent()) {
            return;
        }
        close();
        // Two of the same hand-installed servers would want the same ports.
        if (shape instanceof HandInstalled || !Room.isThereFor(shape)) {
            return;
        }
        FutureTask<Cluster> cluster = new FutureTask<>(
                () -> warmed(backend.bringUp(shape, run, READY, Progress.silent(), launched -> {}), warming));
        Thread thread = new Thread(cluster, "quorumbook-spare");
        thread.setDaemon(true);
        making = Optional.of(new Making(shape, cluster, thread));
        thread.start();
    }

    private static Cluster warmed(Cluster cluster, Warming warming) throws Exception {
        try {
            warming.warm(cluster);
            return cluster;
        } catch (Exception e) {
            cluster.close();
            throw e;
        }
    }

    /** The spare of that shape, waited for if need be; empty if there is none, or if it is not as a new one is. */
    synchronized Optional<Cluster> take(ClusterSpec shape, Progress progress) {
        if (making.filter(each -> each.shape().equals(shape)).isEmpty()) {
            close();
            return Optional.empty();
        }
        progress.phase("waiting for the spare servers");
        try {
            Cluster cluster = making.get().cluster().get();
            making = Optional.empty();
            if (isAsNew(cluster)) {
                return Optional.of(cluster);
            }
            LOG.warn("the spare of {} was not as it should be", shape.describe());
            cluster.close();
        } catch (ExecutionException e) {
            making = Optional.empty();
            LOG.warn("no spare of {}", shape.describe(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
        }
        return Optional.empty();
    }

    boolean isReady() {
        return making.filter(each -> each.cluster().isDone()).isPresent();
    }

    /** It has stood there for a while: what was true when it was brought up has to be seen again. */
    private static boolean isAsNew(Cluster cluster) {
        Condition due = cluster.spec().initially() == Initially.RUNNING ? Condition.RUNNING : Condition.STOPPED;
        if (!cluster.spec().nodes().stream().allMatch(node -> cluster.condition(node.id()) == due)) {
            return false;
        }
        try {
            cluster.awaitReady(STILL_READY, Progress.silent());
            return true;
        } catch (ClusterException e) {
            LOG.debug("the spare does not serve any more", e);
            return false;
        }
    }

    /** Gives up the one that is being brought up, or ends it; returns once nothing of it is left. */
    @Override
    public synchronized void close() {
        if (making.isEmpty()) {
            return;
        }
        Making given = making.get();
        making = Optional.empty();
        // Its own wait ends then, and what it has started with it; cancelling the task would lose sight of both.
        given.thread().interrupt();
        boolean interrupted = Thread.interrupted();
        try {
            given.cluster().get().close();
        } catch (ExecutionException | CancellationException e) {
            LOG.debug("the spare was given up before it was ready", e);
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
