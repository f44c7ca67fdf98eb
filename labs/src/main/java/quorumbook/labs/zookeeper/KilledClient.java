package quorumbook.labs.zookeeper;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.ZooKeeper;
import quorumbook.labs.Bench;
import quorumbook.labs.Floor;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.config.Timeouts;
import quorumbook.labs.fault.ClientLink;
import quorumbook.labs.fault.ClientLinks;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;

/**
 * The experiment that is foretold: a client asks for a timeout that is too short, creates an ephemeral znode, and its
 * connection ends without a word, as when its process is killed.
 */
final class KilledClient {
    static final String GRANTED_MILLIS = "granted-millis";
    static final String GONE_MILLIS = "gone-after-millis";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int CLOSE_MILLIS = 1000;

    /** Two ticks are the least that a server grants; it looks once a tick whose time is over (ExpiryQueue). */
    static final Floor FLOOR = Floor.none()
            .and(
                    "until a session of two ticks ends",
                    Timeouts.ZOOKEEPER_TICK.multipliedBy(2).plus(Timeouts.ZOOKEEPER_TICK.dividedBy(2)));

    private KilledClient() {}

    /** Whether both questions have an answer and the experiment has not been made. */
    static boolean isDue(History history) {
        Set<String> answered = history.all(Event.Predicted.class).stream()
                .map(Event.Predicted::question)
                .collect(Collectors.toSet());
        return answered.containsAll(Set.of(SessionsAndExpiry.GRANTED, SessionsAndExpiry.GONE))
                && history.noted(GONE_MILLIS).isEmpty();
    }

    static void run(Bench bench) throws IOException, InterruptedException, KeeperException {
        String path = bench.given().value("members") + "-killed";
        ZooKeeper witness = bench.zooKeeper();
        try (ClientLinks links = ClientLinks.to(bench.cluster())) {
            ClientLink link = links.to(NodeId.zk(1));
            ZooKeeper client =
                    new ZooKeeper(links.connectString(), bench.given().number("asked"), event -> {});
            long killed;
            int granted;
            try {
                require(Eventually.holds(PATIENCE, () -> client.getState().isConnected()), "connected");
                client.create(path, new byte[0], ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.EPHEMERAL);
                granted = client.getSessionTimeout();
                killed = System.nanoTime();
                // Closed, not passed again: from now on nothing that the client says arrives.
                link.close();
            } finally {
                bury(client);
            }
            require(Eventually.holds(PATIENCE, () -> witness.exists(path, false) == null), "given up by the server");
            long gone = Duration.ofNanos(System.nanoTime() - killed).toMillis();
            bench.journal().note(at -> new Event.Noted(at, GRANTED_MILLIS, Integer.toString(granted)));
            bench.journal().note(at -> new Event.Noted(at, GONE_MILLIS, Long.toString(gone)));
        }
    }

    /** In the background: it may take seconds to see that it is alone, and nobody hears it any more. */
    private static void bury(ZooKeeper client) {
        Thread burying = new Thread(
                () -> {
                    try {
                        client.close(CLOSE_MILLIS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "quorumbook-killed-client");
        burying.setDaemon(true);
        burying.start();
    }

    private static void require(boolean happened, String what) {
        if (!happened) {
            throw new ClusterException("The client that was to be killed was not " + what + " within "
                    + PATIENCE.toSeconds() + " s. Look at /cluster: does the server run?");
        }
    }

    /** What the last experiment showed under that name. */
    static Optional<Long> shown(History history, String name) {
        return history.noted(name).map(Long::parseLong);
    }
}
