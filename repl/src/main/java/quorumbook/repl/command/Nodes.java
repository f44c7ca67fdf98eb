package quorumbook.repl.command;

import java.util.List;
import quorumbook.labs.Attempt;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.NodeSpec;
import quorumbook.repl.desk.Desk;

/** The nodes that a command may name. */
final class Nodes {
    private Nodes() {}

    /** The node that was meant, or an error that lists those there are. */
    static NodeId named(Cluster cluster, String word) {
        NodeId node = NodeId.parse(word)
                .orElseThrow(() -> new ClusterException(
                        "There is no server '" + word + "'; there are " + String.join(", ", names(cluster)) + "."));
        return cluster.spec().node(node).id();
    }

    static List<String> names(Desk desk) {
        return desk.attemptNow().map(Attempt::cluster).map(Nodes::names).orElse(List.of());
    }

    private static List<String> names(Cluster cluster) {
        return cluster.spec().nodes().stream()
                .map(NodeSpec::id)
                .map(NodeId::toString)
                .toList();
    }
}
