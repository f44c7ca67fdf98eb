package quorumbook.labs.fault;

import java.util.List;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.Proof;

/** Ends and starts a server whose condition somebody else may have changed already: then there is nothing to prove. */
final class PowerSwitch {
    private PowerSwitch() {}

    static List<Proof> off(Cluster cluster, NodeId node) {
        return isDown(cluster, node) ? List.of() : List.of(cluster.kill(node));
    }

    static List<Proof> on(Cluster cluster, NodeId node) {
        return isDown(cluster, node) ? List.of(cluster.start(node)) : List.of();
    }

    private static boolean isDown(Cluster cluster, NodeId node) {
        Condition condition = cluster.condition(node);
        return condition == Condition.STOPPED || condition == Condition.DIED;
    }
}
