package quorumbook.labs.cluster;

/** What a backend can do to a node of a given software. What is absent is refused, never replaced by something gentler. */
public enum Capability {
    KILL,
    PAUSE,
    /** Cut a ZooKeeper server off from its peers while it still answers its clients' questions. */
    ISOLATE_ZOOKEEPER,
    /** Cut a broker or controller off from its peers while it still answers its clients' questions. */
    ISOLATE_KAFKA,
    /** Cut one link between two ZooKeeper servers, and no other. */
    CUT_ZOOKEEPER_LINK,
    CUT_KAFKA_LINK
}
