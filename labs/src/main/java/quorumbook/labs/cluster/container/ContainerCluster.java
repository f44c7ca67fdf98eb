package quorumbook.labs.cluster.container;

import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quorumbook.labs.cluster.Capability;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.Endpoint;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.cluster.Proof;
import quorumbook.labs.cluster.ready.Readiness;

/** A cluster whose nodes are containers. What a node is, the engine says; what was asked of it, we remember. */
final class ContainerCluster implements Cluster {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerCluster.class);

    private final ClusterSpec spec;
    private final Set<Capability> capabilities;
    private final Networks networks;
    private final Map<NodeId, ContainerNode> nodes;
    private final Links links;
    private final Witness witness;
    /** Nodes that are down because a verb, or the shape, wants them down. */
    private final Set<NodeId> down = ConcurrentHashMap.newKeySet();

    private final Set<NodeId> isolated = ConcurrentHashMap.newKeySet();
    private final ReentrantLock verbs = new ReentrantLock();

    private final Thread hook = new Thread(this::removeAll, "remove-containers");

    private ContainerCluster(
            ClusterSpec spec,
            Set<Capability> capabilities,
            Networks networks,
            Map<NodeId, ContainerNode> nodes,
            Links links) {
        this.spec = spec;
        this.capabilities = capabilities;
        this.networks = networks;
        this.nodes = Map.copyOf(nodes);
        this.links = links;
        this.witness = new Witness(networks, Clock.systemUTC());
        down.addAll(nodes.keySet());
    }

    /** A cluster of created nodes, none of them started; should the program end before it is closed, it goes then. */
    static ContainerCluster of(
            ClusterSpec spec,
            Set<Capability> capabilities,
            Networks networks,
            Map<NodeId, ContainerNode> nodes,
            Links links) {
        ContainerCluster cluster = new ContainerCluster(spec, capabilities, networks, nodes, links);
        Runtime.getRuntime().addShutdownHook(cluster.hook);
        return cluster;
    }

    /** Starts every node at once; for a launch. */
    void startAll() {
        Together.map(List.copyOf(nodes.values()), node -> {
            node.start();
            down.remove(node.id());
            return node;
        });
    }

    @Override
    public ClusterSpec spec() {
        return spec;
    }

    @Override
    public String runtime() {
        return ContainerBackend.NAME;
    }

    @Override
    public Set<Capability> capabilities() {
        return capabilities;
    }

    @Override
    public Condition condition(NodeId id) {
        ContainerState state = node(id).state();
        if (Boolean.TRUE.equals(state.getPaused())) {
            return Condition.PAUSED;
        }
        if (Boolean.TRUE.equals(state.getRunning())) {
            return isolated.contains(id) ? Condition.ISOLATED : Condition.RUNNING;
        }
        return down.contains(id) ? Condition.STOPPED : Condition.DIED;
    }

    @Override
    public Endpoint client(NodeId id) {
        return new Endpoint("127.0.0.1", node(id).recipe().port());
    }

    @Override
    public Proof start(NodeId id) {
        return verb(id, Rule.START, node -> {
            node.start();
            down.remove(id);
            // A new start is a new network namespace, perhaps a new address: what was cut must be cut again.
            links.restore(id, nodes);
            return witness.running(node, "started");
        });
    }

    /** Stops the node, with so many seconds to end in good order. */
    void end(NodeId id, int seconds) {
        end(node(id), node -> node.stop(seconds));
    }

    @Override
    public Proof stop(NodeId id) {
        return verb(id, Rule.STOP, node -> {
            end(node, ContainerNode::stop);
            return witness.ended(node, "stopped");
        });
    }

    @Override
    public Proof kill(NodeId id) {
        return verb(id, Rule.KILL, node -> {
            end(node, ContainerNode::kill);
            return witness.ended(node, "killed");
        });
    }

    private void end(ContainerNode node, Consumer<ContainerNode> how) {
        // Before, so that nobody who looks meanwhile sees a death that nobody asked for.
        down.add(node.id());
        try {
            how.accept(node);
        } finally {
            if (node.isRunning()) {
                down.remove(node.id());
            }
        }
    }

    @Override
    public Proof pause(NodeId id) {
        return verb(id, Rule.PAUSE, node -> {
            node.pause();
            return witness.paused(node);
        });
    }

    @Override
    public Proof resume(NodeId id) {
        return verb(id, Rule.RESUME, node -> {
            node.resume();
            return witness.running(node, "resumed");
        });
    }

    @Override
    public Proof restart(NodeId id) {
        verbs.lock();
        try {
            List<String> evidence = new ArrayList<>(stop(id).evidence());
            Proof started = start(id);
            evidence.addAll(started.evidence());
            return new Proof(id, "restarted", started.at(), evidence);
        } finally {
            verbs.unlock();
        }
    }

    @Override
    public Proof wipe(NodeId id) {
        return verb(id, Rule.WIPE, node -> witness.wiped(node, node.wipe()));
    }

    @Override
    public Proof isolate(NodeId id) {
        Rule.capable(id, capabilities, Capability.ISOLATE_ZOOKEEPER, Capability.ISOLATE_KAFKA, "isolate");
        return verb(id, Rule.ISOLATE, node -> {
            networks.leave(id, node.container());
            isolated.add(id);
            return witness.isolated(node);
        });
    }

    @Override
    public Proof rejoin(NodeId id) {
        return verb(id, links.isCut(id) ? Rule.REJOIN_LINK : Rule.REJOIN, node -> {
            List<String> healed = links.heal(id, nodes);
            if (isolated.contains(id)) {
                networks.join(id, node.container());
                isolated.remove(id);
            }
            return witness.rejoined(node, healed);
        });
    }

    @Override
    public Proof cut(NodeId one, NodeId other) {
        Rule.capable(one, capabilities, Capability.CUT_ZOOKEEPER_LINK, Capability.CUT_KAFKA_LINK, "cut a link of");
        node(other);
        return verb(one, Rule.CUT, node -> witness.cut(node, links.cut(one, other, nodes)));
    }

    @Override
    public void awaitReady(Duration deadline, Progress progress) {
        Readiness.await(this, deadline, progress);
    }

    @Override
    public List<String> serverLog(NodeId id, int lines) {
        return node(id).log(lines);
    }

    @Override
    public Optional<byte[]> dataFile(NodeId id, String path) {
        return node(id).dataFile(path);
    }

    @Override
    public String configuration(NodeId id) {
        return node(id).recipe().files().text();
    }

    @Override
    public void close() {
        removeAll();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is ending: the hook runs, and finds nothing left to do.
        }
    }

    private void removeAll() {
        try {
            Together.map(List.copyOf(nodes.values()), node -> {
                node.remove();
                return node;
            });
            networks.remove();
        } catch (RuntimeException e) {
            // An engine that is gone has ended the servers; what it still keeps of them, the next sweep removes.
            LOG.warn("closing {} was not complete", spec.describe(), e);
        }
    }

    private Proof verb(NodeId id, Rule rule, Function<ContainerNode, Proof> effect) {
        ContainerNode node = node(id);
        verbs.lock();
        try {
            rule.allow(id, condition(id));
            return effect.apply(node);
        } finally {
            verbs.unlock();
        }
    }

    private ContainerNode node(NodeId id) {
        return nodes.get(spec.node(id).id());
    }
}
