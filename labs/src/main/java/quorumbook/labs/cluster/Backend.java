package quorumbook.labs.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One way to run servers. Found by {@code ServiceLoader}. */
public interface Backend {
    /** {@code "processes"} or {@code "containers"}: what {@code --runtime} takes. */
    String name();

    /** Whether it can run clusters here and now, decided in a few seconds at most, and why (not). */
    Availability availability();

    /** What it can do to the nodes of such a cluster. */
    Set<Capability> capabilities(ClusterSpec spec);

    /**
     * Starts a cluster and returns when its processes run (unless the shape is stopped at first); ready is what {@link
     * Cluster#awaitReady} waits for. On failure nothing is left behind.
     */
    Cluster launch(ClusterSpec spec, Run run, Progress progress);

    /**
     * A ready cluster, on other ports if somebody else was quicker on the first ones. On failure nothing is left behind.
     *
     * @param launched is told of each cluster as soon as its processes run, so that its start can be watched
     */
    default Cluster bringUp(
            ClusterSpec spec, Run run, Duration deadline, Progress progress, Consumer<Cluster> launched) {
        for (int attempt = 1; ; attempt++) {
            try {
                return ready(launch(spec, run, progress), deadline, progress, launched);
            } catch (PortTaken e) {
                if (attempt == 3) {
                    throw e;
                }
                progress.phase("choosing other ports");
            }
        }
    }

    private static Cluster ready(Cluster cluster, Duration deadline, Progress progress, Consumer<Cluster> launched) {
        try {
            launched.accept(cluster);
            cluster.awaitReady(deadline, progress);
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /**
     * Removes what runs that died have left, and touches nothing of a living one.
     *
     * @return what was removed, a sentence each; empty if there was nothing
     */
    List<String> sweep(Run run);

    /** Prepares in the background what makes later starts faster (class-data archives). Never needed, never fails a start. */
    default void warmUp(Run run) {}

    /** As {@link #warmUp}, here and now; returns when it is done, or when another workbook is doing it. */
    default void warm(Run run) {}

    /** How the same servers are started without us, where there is something to compare with. */
    default Optional<Rival> rival() {
        return Optional.empty();
    }

    /** Findings for {@code doctor}, in the order in which they are shown. */
    List<Finding> examine();
}
