package quorumbook.labs.observe;

/** What a server says that it is. */
public enum Role {
    LEADER,
    FOLLOWER,
    OBSERVER,
    STANDALONE,
    /** A ZooKeeper server that answers but serves nobody: it looks for a leader. */
    LOOKING,
    BROKER,
    /** The leader of the KRaft quorum, or the broker that holds {@code /controller} in ZooKeeper mode. */
    ACTIVE_CONTROLLER,
    CONTROLLER,
    /** It runs, as far as we know, and does not answer (yet). */
    SILENT,
    /** It does not run. */
    DOWN
}
