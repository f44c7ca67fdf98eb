package quorumbook.labs.cluster.container;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.NodeId;

/** What a cluster stands on in the engine, started or not: its containers, their networks, ports and links. */
final class ContainerGround {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerGround.class);

    private final ClusterSpec spec;
    private final Networks networks;
    private final LoopbackPorts ports;
    private final Map<NodeId, ContainerNode> nodes;
    private final Isolations isolations;
    private final Links links;
    private final Copies copies;
    private final Thread hook = new Thread(this::removeAll, "remove-containers");
    private volatile boolean cleared;

    ContainerGround(
            ClusterSpec spec,
            Networks networks,
            LoopbackPorts ports,
            Map<NodeId, ContainerNode> nodes,
            Links links,
            Copies copies) {
        this.spec = spec;
        this.networks = networks;
        this.ports = ports;
        this.nodes = Map.copyOf(nodes);
        this.isolations = new Isolations(networks);
        this.links = links;
        this.copies = copies;
    }

    /** Should the program end before it is cleared, it goes then. */
    ContainerGround guarded() {
        Runtime.getRuntime().addShutdownHook(hook);
        return this;
    }

    ClusterSpec spec() {
        return spec;
    }

    Collection<ContainerNode> nodes() {
        return nodes.values();
    }

    /** @throws quorumbook.labs.cluster.ClusterException if the shape has no such node */
    ContainerNode node(NodeId id) {
        NodeId known = spec.node(id).id();
        return Objects.requireNonNull(nodes.get(known));
    }

    Networks networks() {
        return networks;
    }

    Isolations isolations() {
        return isolations;
    }

    Copies copies() {
        return copies;
    }

    /** Cuts the link between two running nodes; returns what was done at either end. */
    List<String> cut(NodeId one, NodeId other) {
        return links.cut(one, other, nodes);
    }

    /** Heals every link of the node; returns what was done. */
    List<String> heal(NodeId node) {
        return links.heal(node, nodes);
    }

    /** Cuts again what was cut before the node was started anew. */
    void restore(NodeId started) {
        links.restore(started, nodes);
    }

    boolean isCleared() {
        return cleared;
    }

    /** Ends every server and takes away all that was created. */
    void clear() {
        if (cleared) {
            return;
        }
        removeAll();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending: the hook runs, and finds nothing left to do.
        }
    }

    private void removeAll() {
        cleared = true;
        try {
            Together.map(List.copyOf(nodes.values()), node -> {
                node.remove();
                return node;
            });
            networks.remove();
            ports.close();
            copies.remove();
        } catch (RuntimeException e) {
            // An engine that is gone has ended the servers; what it still keeps of them, the next sweep removes.
            LOG.warn("closing {} was not complete", spec.describe(), e);
        }
    }
}
