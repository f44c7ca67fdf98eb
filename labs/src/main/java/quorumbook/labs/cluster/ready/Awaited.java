package quorumbook.labs.cluster.ready;

import quorumbook.labs.cluster.NodeId;

/** One look at a cluster that is to become ready. */
sealed interface Awaited {
    record Ready() implements Awaited {}

    /**
     * @param phase what is under way, for the learner: {@code "electing"}
     * @param node who is awaited first
     * @param words what of it is awaited and what is seen instead: {@code "to serve; it says …"}
     */
    record Waiting(String phase, NodeId node, String words) implements Awaited {}

    /** It will not become ready by waiting. */
    record Hopeless(NodeId node, String words) implements Awaited {}
}
