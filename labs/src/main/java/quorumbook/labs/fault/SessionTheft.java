package quorumbook.labs.fault;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.zookeeper.Watcher.Event.KeeperState;
import org.apache.zookeeper.ZooKeeper;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.NodeSpec;
import quorumbook.labs.cluster.Proof;

/** Ends a session from outside: a second client takes it over and closes it; a third is told that it has expired. */
final class SessionTheft {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private SessionTheft() {}

    static Proof end(Cluster cluster, long session, byte[] password) throws InterruptedException {
        String id = "0x" + Long.toHexString(session);
        KeeperState first = takeOver(cluster, session, password);
        if (first != KeeperState.SyncConnected) {
            throw new ClusterException("Session " + id + " could not be ended: the ensemble answered " + first
                    + ". Had it expired already?");
        }
        KeeperState second = takeOver(cluster, session, password);
        if (second != KeeperState.Expired) {
            throw new ClusterException("Session " + id + " was closed, and yet the ensemble answers " + second + ".");
        }
        NodeId any = cluster.spec().nodes().stream()
                .map(NodeSpec::id)
                .filter(node -> node.kind() == NodeId.Kind.ZK)
                .findFirst()
                .orElseThrow();
        return new Proof(
                any,
                "made to forget session " + id,
                Instant.now(),
                List.of(
                        "a second client with its id and password took it over and closed it",
                        "a third one was answered " + second));
    }

    /** Connects with that id and password, closes at once, and tells what the ensemble said to it. */
    private static KeeperState takeOver(Cluster cluster, long session, byte[] password) throws InterruptedException {
        CompletableFuture<KeeperState> answer = new CompletableFuture<>();
        try (ZooKeeper client = new ZooKeeper(
                cluster.connectString(),
                (int) PATIENCE.toMillis(),
                event -> {
                    if (event.getState() != KeeperState.Disconnected && event.getState() != KeeperState.Closed) {
                        answer.complete(event.getState());
                    }
                },
                session,
                password)) {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new ClusterException(
                    "No ZooKeeper server answered within " + PATIENCE.toSeconds()
                            + " s, so no session could be ended. Look at /cluster: is a majority running?",
                    e);
        } catch (IOException | ExecutionException e) {
            throw new ClusterException("Cannot open a ZooKeeper client to " + cluster.connectString(), e);
        }
    }
}
