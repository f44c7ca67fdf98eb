package quorumbook.labs.cluster.container;

import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.DockerException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import quorumbook.labs.cluster.Capability;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.Endpoint;
import quorumbook.labs.cluster.Kept;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.cluster.Proof;
import quorumbook.labs.cluster.VerbRules;
import quorumbook.labs.cluster.ready.Readiness;

/** A cluster whose nodes are containers. What a node is, the engine says; what was asked of it, we remember. */
final class ContainerCluster implements Cluster {
    private final ContainerGround ground;
    private final Set<Capability> capabilities;
    private final Witness witness;
    private final VerbRules rules = new VerbRules(this);
    private final ReentrantLock verbs = new ReentrantLock();
    /** Nodes that are down because a verb, or the shape, wants them down. */
    private final Set<NodeId> down = ConcurrentHashMap.newKeySet();

    /** Of created nodes, none of them started. */
    ContainerCluster(ContainerGround ground, Set<Capability> capabilities) {
        this.ground = ground;
        this.capabilities = capabilities;
        this.witness = new Witness(ground.networks(), Clock.systemUTC());
        ground.nodes().forEach(node -> down.add(node.id()));
    }

    /** Starts every node at once; for a launch. */
    void startAll() {
        Together.map(List.copyOf(ground.nodes()), node -> {
            node.start();
            down.remove(node.id());
            return node;
        });
    }

    @Override
    public ClusterSpec spec() {
        return ground.spec();
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
            return ground.isolations().isIsolated(id) ? Condition.ISOLATED : Condition.RUNNING;
        }
        return down.contains(id) ? Condition.STOPPED : Condition.DIED;
    }

    @Override
    public Endpoint client(NodeId id) {
        return new Endpoint("127.0.0.1", node(id).recipe().port());
    }

    @Override
    public Proof start(NodeId id) {
        return verb("started", id, rules::mustNotRun, this::start);
    }

    private List<String> start(ContainerNode node) {
        node.start();
        down.remove(node.id());
        // A new start is a new network namespace, perhaps a new address: what was cut must be cut again.
        ground.restore(node.id());
        return witness.running(node, "started");
    }

    @Override
    public Proof stop(NodeId id) {
        return verb("stopped", id, rules::mustListen, this::stop);
    }

    private List<String> stop(ContainerNode node) {
        end(node, ContainerNode::stop);
        return witness.ended(node, "stopped");
    }

    @Override
    public Proof kill(NodeId id) {
        return verb("killed", id, rules::mustRun, node -> {
            end(node, ContainerNode::kill);
            return witness.ended(node, "killed");
        });
    }

    /** Stops the node, with so many seconds to end in good order. */
    void end(NodeId id, int seconds) {
        end(node(id), node -> node.stop(seconds));
    }

    private void end(ContainerNode node, Consumer<ContainerNode> how) {
        // Before, so that nobody who looks meanwhile sees a death that nobody asked for.
        down.add(node.id());
        how.accept(node);
    }

    @Override
    public Proof pause(NodeId id) {
        return verb("paused", id, rules::mustListen, node -> {
            node.pause();
            return witness.paused(node);
        });
    }

    @Override
    public Proof resume(NodeId id) {
        return verb("resumed", id, rules::mustBePaused, node -> {
            node.resume();
            return witness.running(node, "resumed");
        });
    }

    @Override
    public Proof restart(NodeId id) {
        return verb("restarted", id, rules::mustListen, node -> {
            List<String> evidence = new ArrayList<>(stop(node));
            evidence.addAll(start(node));
            return evidence;
        });
    }

    @Override
    public Proof wipe(NodeId id) {
        return verb("wiped", id, rules::mustNotRun, node -> witness.wiped(node, node.wipe()));
    }

    @Override
    public Kept keep(NodeId id) {
        Path copy = ground.copies().next(id);
        return new Kept(copy, verb("kept", id, rules::mustNotRun, node -> Copies.keep(node, copy)));
    }

    @Override
    public Proof setBack(Kept kept) {
        return verb(
                "set back",
                kept.node(),
                rules::mustNotRun,
                node -> ground.copies().setBack(node, kept));
    }

    @Override
    public Proof isolate(NodeId id) {
        mustBeAble(id, Capability.ISOLATE_ZOOKEEPER, Capability.ISOLATE_KAFKA, "it has no peers");
        return verb("isolated", id, rules::mustRun, node -> {
            ground.isolations().isolate(node);
            return witness.isolated(node);
        });
    }

    @Override
    public Proof rejoin(NodeId id) {
        return verb("rejoined", id, any -> {}, node -> {
            List<String> healed = new ArrayList<>(ground.heal(id));
            healed.addAll(ground.isolations().rejoin(node));
            if (healed.isEmpty()) {
                throw new ClusterException(id + " is not isolated, and no link of it is cut.");
            }
            return witness.rejoined(node, healed);
        });
    }

    @Override
    public Proof cut(NodeId one, NodeId other) {
        for (NodeId id : List.of(one, other)) {
            mustBeAble(
                    node(id).id(),
                    Capability.CUT_ZOOKEEPER_LINK,
                    Capability.CUT_KAFKA_LINK,
                    "that takes the image of Kafka, which is not here, and a peer");
        }
        return verb("cut off from " + other, one, rules::mustRun, node -> {
            rules.mustRun(other);
            return ground.cut(one, other);
        });
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
        ground.clear();
    }

    private Proof verb(
            String past, NodeId id, Consumer<NodeId> condition, Function<ContainerNode, List<String>> effect) {
        ContainerNode node = node(id);
        verbs.lock();
        try {
            if (ground.isCleared()) {
                throw new ClusterException("This cluster has been closed; /reset brings up another.");
            }
            condition.accept(id);
            List<String> evidence = effect.apply(node);
            return new Proof(id, past, witness.clock().instant(), evidence);
        } catch (DockerException e) {
            throw new ClusterException(
                    id + " was not " + past + "; the Docker engine says: "
                            + String.valueOf(e.getMessage()).strip(),
                    e);
        } finally {
            verbs.unlock();
        }
    }

    private void mustBeAble(NodeId id, Capability zooKeeper, Capability kafka, String why) {
        node(id);
        if (!capabilities.contains(id.kind() == NodeId.Kind.ZK ? zooKeeper : kafka)) {
            throw new ClusterException("The container runtime cannot cut off " + id + " here: " + why + ".");
        }
    }

    private ContainerNode node(NodeId id) {
        return ground.node(id);
    }
}
