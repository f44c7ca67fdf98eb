package quorumbook.labs.cluster.process;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The clusters of this JVM, which a shutdown hook closes if nobody else has. */
final class OpenClusters {
    private static final Set<ProcessCluster> OPEN = hooked();

    private OpenClusters() {}

    static void add(ProcessCluster cluster) {
        OPEN.add(cluster);
    }

    static void remove(ProcessCluster cluster) {
        OPEN.remove(cluster);
    }

    private static Set<ProcessCluster> hooked() {
        Set<ProcessCluster> open = ConcurrentHashMap.newKeySet();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(() -> open.forEach(ProcessCluster::close), "quorumbook-close-clusters"));
        return open;
    }
}
