package quorumbook.labs.cluster;

import java.util.List;

/** The shape of a cluster: which servers, in which duty, running or stopped at first. Equal shapes can share a cluster. */
public sealed interface ClusterSpec permits Ensemble, HandInstalled, KRaft, KafkaOnZooKeeper {
    /** Every node, in the order in which it is shown. */
    List<NodeSpec> nodes();

    /** Whether the servers run when the lab begins. */
    Initially initially();

    /** The shape in words, for the first screen and for messages: {@code "3 ZooKeeper servers"}. */
    String describe();

    /** The node of that id, or an error that lists those there are. */
    default NodeSpec node(NodeId id) {
        return nodes().stream()
                .filter(node -> node.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ClusterException("there is no " + id + " in this cluster; it has "
                        + String.join(
                                ", ",
                                nodes().stream()
                                        .map(node -> node.id().toString())
                                        .toList())));
    }

    /** Whether the servers run when the lab begins, or wait for the learner to start them. */
    enum Initially {
        RUNNING,
        STOPPED
    }
}
