package quorumbook.labs.cluster.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import quorumbook.labs.cluster.Capability;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.Endpoint;
import quorumbook.labs.cluster.HandInstalled;
import quorumbook.labs.cluster.Kept;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.PortTaken;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.cluster.Proof;
import quorumbook.labs.cluster.VerbRules;
import quorumbook.labs.cluster.ready.Readiness;

/** A cluster of child processes: each verb looks whether it makes sense, acts, and brings back what it saw. */
final class ProcessCluster implements Cluster {
    private final ClusterGround ground;
    private final Set<Capability> capabilities;
    private final Consumer<ProcessCluster> whenClosed;
    private final Map<NodeId, Node> nodes = new LinkedHashMap<>();
    private final VerbRules rules = new VerbRules(this);
    private final ReentrantLock verbs = new ReentrantLock();

    ProcessCluster(ClusterGround ground, Set<Capability> capabilities, Consumer<ProcessCluster> whenClosed) {
        this.ground = ground;
        this.capabilities = capabilities;
        this.whenClosed = whenClosed;
        ground.nodes().forEach(node -> nodes.put(node.id(), node));
    }

    /** What a verb does once its condition holds; brings back the evidence. */
    private interface Act {
        List<String> on(Node node) throws IOException, InterruptedException;
    }

    @Override
    public ClusterSpec spec() {
        return ground.spec();
    }

    @Override
    public String runtime() {
        return ProcessBackend.NAME;
    }

    @Override
    public Set<Capability> capabilities() {
        return capabilities;
    }

    @Override
    public Condition condition(NodeId id) {
        Condition condition = node(id).condition();
        return condition == Condition.RUNNING && ground.isolations().isIsolated(id) ? Condition.ISOLATED : condition;
    }

    @Override
    public Endpoint client(NodeId id) {
        Node node = node(id);
        return id.kind() == NodeId.Kind.CONTROLLER
                ? node.ports().address().votes()
                : node.ports().address().client();
    }

    @Override
    public Proof start(NodeId id) {
        return verb("started", id, rules::mustNotRun, this::start);
    }

    private List<String> start(Node node) throws IOException, InterruptedException {
        ground.takeOver(node);
        List<String> evidence = node.start(ground.command(node));
        if (ground.isCleared()) {
            // close() did not wait for us, and has ended all that ran when it looked.
            node.end();
        }
        return evidence;
    }

    @Override
    public Proof stop(NodeId id) {
        return verb("stopped", id, rules::mustListen, Node::stop);
    }

    @Override
    public Proof kill(NodeId id) {
        return verb("killed", id, rules::mustRun, Node::kill);
    }

    @Override
    public Proof pause(NodeId id) {
        mustBeAble(Capability.PAUSE, "freeze a process");
        return verb("paused", id, rules::mustListen, Node::pause);
    }

    @Override
    public Proof resume(NodeId id) {
        return verb("resumed", id, rules::mustBePaused, Node::resume);
    }

    @Override
    public Proof restart(NodeId id) {
        return verb("restarted", id, rules::mustListen, node -> {
            List<String> evidence = new ArrayList<>(node.stop());
            evidence.addAll(start(node));
            return evidence;
        });
    }

    @Override
    public Proof wipe(NodeId id) {
        return verb("wiped", id, rules::mustNotRun, node -> node.wipe(ground.files(node)));
    }

    @Override
    public Kept keep(NodeId id) {
        Path copy = ground.copies().next(id);
        return new Kept(copy, verb("kept", id, rules::mustNotRun, node -> Copies.keep(node.disk(), copy)));
    }

    @Override
    public Proof setBack(Kept kept) {
        return verb(
                "set back",
                kept.node(),
                rules::mustNotRun,
                node -> ground.copies().setBack(node.disk(), kept));
    }

    @Override
    public Proof isolate(NodeId id) {
        mustBeIsolable(id, Capability.ISOLATE_ZOOKEEPER);
        return verb("isolated", id, rules::mustRun, node -> ground.isolations().isolate(id));
    }

    @Override
    public Proof rejoin(NodeId id) {
        return verb("rejoined", id, node -> {}, node -> ground.isolations().rejoin(id));
    }

    @Override
    public Proof cut(NodeId one, NodeId other) {
        mustBeIsolable(one, Capability.CUT_ZOOKEEPER_LINK);
        mustBeIsolable(other, Capability.CUT_ZOOKEEPER_LINK);
        return verb(
                "cut off from " + other,
                one,
                rules::mustRun,
                node -> ground.isolations().cut(one, other));
    }

    @Override
    public void awaitReady(Duration deadline, Progress progress) {
        try {
            Readiness.await(this, deadline, progress);
        } catch (ClusterException e) {
            throw nodes.values().stream()
                    .filter(Node::foundPortTaken)
                    .findFirst()
                    .<ClusterException>map(node -> overtaken(node, e))
                    .orElse(e);
        }
    }

    private static PortTaken overtaken(Node node, ClusterException e) {
        return new PortTaken(
                "Another program took a port of " + node.id() + " before it could. /reset tries other ports. "
                        + e.getMessage(),
                e);
    }

    @Override
    public List<String> serverLog(NodeId id, int lines) {
        try {
            return node(id).serverLog(lines);
        } catch (IOException e) {
            throw new ClusterException("Cannot read the server log of " + id + " (" + e.getMessage() + ").", e);
        }
    }

    @Override
    public Optional<byte[]> dataFile(NodeId id, String path) {
        try {
            return node(id).dataFile(path);
        } catch (IOException e) {
            throw new ClusterException("Cannot read " + path + " of " + id + " (" + e.getMessage() + ").", e);
        }
    }

    @Override
    public String configuration(NodeId id) {
        return ground.configuration(node(id));
    }

    @Override
    public void close() {
        // Only then: a JVM that is shutting down waits for those that are open, not for those that are half closed.
        ground.clear();
        whenClosed.accept(this);
    }

    private Proof verb(String past, NodeId id, Consumer<NodeId> condition, Act act) {
        Node node = node(id);
        verbs.lock();
        try {
            if (ground.isCleared()) {
                throw new ClusterException("This cluster has been closed; /reset brings up another.");
            }
            condition.accept(id);
            return new Proof(id, past, Instant.now(), act.on(node));
        } catch (IOException e) {
            throw new ClusterException(
                    id + " was not " + past + ": " + e.getMessage() + ". Is the disk full, or the folder gone?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("Interrupted before it was seen that " + id + " was " + past + ".", e);
        } finally {
            verbs.unlock();
        }
    }

    private Node node(NodeId id) {
        return Objects.requireNonNull(nodes.get(ground.spec().node(id).id()));
    }

    private void mustBeAble(Capability capability, String what) {
        if (!capabilities.contains(capability)) {
            throw new ClusterException(
                    "The process runtime cannot " + what + " on this machine. " + "Try --runtime containers.");
        }
    }

    private void mustBeIsolable(NodeId id, Capability capability) {
        node(id);
        if (id.kind() != NodeId.Kind.ZK) {
            throw new ClusterException(
                    "The process runtime cannot cut " + id + " off from its peers: Kafka's nodes tell "
                            + "everybody the same address. Try --runtime containers, or /pause " + id + ".");
        }
        mustBeAble(
                capability,
                spec() instanceof HandInstalled
                        ? "cut off " + id + ": its links are those that you wrote"
                        : "cut off the only server of a shape: " + id + " has no peers");
    }
}
