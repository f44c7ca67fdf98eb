package quorumbook.labs.workload;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.zookeeper.ZooKeeper;
import quorumbook.labs.cluster.ClusterException;

/** The thread of a client that hands events to watchers, in the order in which the server sent them. */
public final class WatchQueue {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private WatchQueue() {}

    /**
     * Returns once every event has been handled that the server sent before now: a callback waits in the same queue.
     *
     * @throws ClusterException if the server does not answer
     */
    public static void drain(ZooKeeper client) throws InterruptedException {
        CountDownLatch handled = new CountDownLatch(1);
        client.exists("/", false, (code, path, context, stat) -> handled.countDown(), null);
        if (!handled.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new ClusterException("ZooKeeper has not answered for " + PATIENCE.toSeconds()
                    + " s. Look at /cluster: does a majority run?");
        }
    }
}
