package quorumbook.labs.cluster.container;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.NodeId;

/** Which nodes have left the network of their peers. They stay away when they are stopped and started. */
final class Isolations {
    private final Networks networks;
    private final Set<NodeId> isolated = ConcurrentHashMap.newKeySet();

    Isolations(Networks networks) {
        this.networks = networks;
    }

    boolean isIsolated(NodeId node) {
        return isolated.contains(node);
    }

    void isolate(ContainerNode node) {
        if (isIsolated(node.id())) {
            throw new ClusterException(node.id() + " is isolated already; /rejoin " + node.id() + " heals it.");
        }
        networks.leave(node.id(), node.container());
        isolated.add(node.id());
    }

    /** Brings the node back among its peers; what was done, nothing if it was never away. */
    List<String> rejoin(ContainerNode node) {
        if (!isIsolated(node.id())) {
            return List.of();
        }
        networks.join(node.id(), node.container());
        isolated.remove(node.id());
        return List.of(node.id() + " is on the network of its peers again");
    }
}
