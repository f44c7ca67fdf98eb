package quorumbook.labs.cluster;

/**
 * One node of a shape.
 *
 * @param serverId what the server calls itself: {@code myid} for ZooKeeper, {@code node.id} for Kafka (a broker's number, a
 *     separate controller's number plus 100), {@code broker.id} in ZooKeeper mode
 */
public record NodeSpec(NodeId id, Software software, Duty duty, int serverId) {
    /** What the node is there for by configuration; who leads is for the servers to decide. */
    public enum Duty {
        VOTER,
        OBSERVER,
        BROKER_AND_CONTROLLER,
        BROKER,
        CONTROLLER
    }
}
