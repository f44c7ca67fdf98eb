package quorumbook.labs.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A running cluster of real servers. Verbs return once their effect is proved and throw {@link ClusterException}, with a
 * sentence for the learner, when it cannot be (unknown node, wrong condition, not capable, no effect in time). Verbs on
 * one cluster are serialised; looking is safe from any thread at any time. Ports and data survive stop, kill and start.
 */
public interface Cluster extends Rival.Running {
    ClusterSpec spec();

    /** The backend's name: {@code "processes"} or {@code "containers"}. */
    String runtime();

    Set<Capability> capabilities();

    Condition condition(NodeId node);

    /** Where a client on this machine reaches the node, the same for the life of the cluster. */
    Endpoint client(NodeId node);

    /** Every voter and observer, as a ZooKeeper connect string; empty text if the shape has no ZooKeeper. */
    @Override
    default String connectString() {
        return addresses(NodeId.Kind.ZK);
    }

    /** Every broker, as Kafka's {@code bootstrap.servers}; empty text if the shape has no Kafka. */
    @Override
    default String bootstrapServers() {
        return addresses(NodeId.Kind.KAFKA);
    }

    private String addresses(NodeId.Kind kind) {
        return String.join(
                ",",
                spec().nodes().stream()
                        .map(NodeSpec::id)
                        .filter(id -> id.kind() == kind)
                        .map(id -> client(id).toString())
                        .toList());
    }

    /** Starts a stopped, killed or dead node; returns when its process runs, not yet when it serves. */
    Proof start(NodeId node);

    /** Asks the server to end (TERM) and sees it gone. */
    Proof stop(NodeId node);

    /** Ends the server without asking (KILL) and sees it gone. */
    Proof kill(NodeId node);

    /** Freezes the server (STOP): its sockets stay open and nothing answers. */
    Proof pause(NodeId node);

    Proof resume(NodeId node);

    /** Stops and starts. */
    Proof restart(NodeId node);

    /** Empties the data folder of a node that is not running; its configuration and {@code myid} stay. */
    Proof wipe(NodeId node);

    /** Copies the data folder of a node that is not running, as it lies there. */
    Kept keep(NodeId node);

    /**
     * Puts back the data folder that was kept of a node, which is not running now: the node forgets what it has written since.
     *
     * @throws ClusterException also if it has written nothing since
     */
    Proof setBack(Kept kept);

    /** Cuts every link of the node to its peers; clients of ours can still ask it what it believes. */
    Proof isolate(NodeId node);

    /** Heals what {@link #isolate} or {@link #cut} did to the node. */
    Proof rejoin(NodeId node);

    /** Cuts the one link between two nodes, in both directions; {@link #rejoin} of either heals it. */
    Proof cut(NodeId one, NodeId other);

    /**
     * Waits until the cluster serves as its shape promises: a quorum formed, every running ZooKeeper server serving, and a
     * client's sync served by one of them; all running brokers registered and a partition writable for Kafka. Returns at
     * once when nothing runs in a shape that is stopped at first.
     *
     * @throws ClusterException naming the node, what was awaited, and the last lines of its server log
     */
    void awaitReady(Duration deadline, Progress progress);

    /** The last lines of the node's server log, oldest first; empty before its first start. */
    List<String> serverLog(NodeId node, int lines);

    /**
     * A file of the node's data folder, such as {@code version-2/currentEpoch}; empty if there is none.
     *
     * @param path relative to the data folder, with forward slashes
     */
    Optional<byte[]> dataFile(NodeId node, String path);

    /** The node's configuration file, as written. */
    String configuration(NodeId node);

    /** Ends every server and removes every trace. Never throws for a server that is gone already. */
    @Override
    void close();
}
