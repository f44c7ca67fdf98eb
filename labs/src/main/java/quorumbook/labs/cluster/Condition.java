package quorumbook.labs.cluster;

/** What we did to a node, or found it to be, seen from outside; what it does inside is for the observation to say. */
public enum Condition {
    RUNNING,
    PAUSED,
    /** Running, cut off from its peers. */
    ISOLATED,
    /** Stopped or killed by a verb, or never started. */
    STOPPED,
    /** Ended although nobody asked it to. */
    DIED
}
