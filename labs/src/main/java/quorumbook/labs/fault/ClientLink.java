package quorumbook.labs.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Endpoint;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.Proof;

/**
 * A relay in front of one server's door for clients, in either backend. Whoever calls {@link #endpoint} reaches the server,
 * unless one of the verbs is at work; each brings back its proof, at the latest when the link passes again.
 */
public final class ClientLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClientLink.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** What the link is doing, and how it proves afterwards that it did; empty: it did not. */
    private record Disturbance(String words, Function<Gate, Optional<String>> bite) {}

    private final NodeId node;
    private final Endpoint target;
    private final ServerSocket door;
    private final Gate gate = new Gate();
    private final Function<Gate, Conversation> conversation;
    private final AtomicLong refusals = new AtomicLong();
    // Guarded by this.
    private final List<ClientConnection> connections = new ArrayList<>();
    private Optional<Disturbance> disturbance = Optional.empty();

    private ClientLink(NodeId node, Endpoint target, ServerSocket door, Function<Gate, Conversation> conversation) {
        this.node = node;
        this.target = target;
        this.door = door;
        this.conversation = conversation;
    }

    static ClientLink open(NodeId node, Endpoint target, Function<Gate, Conversation> conversation) {
        try {
            return new ClientLink(
                    node, target, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), conversation);
        } catch (IOException e) {
            throw new UncheckedIOException("no port on loopback for a link to " + node, e);
        }
    }

    void start() {
        Thread thread = new Thread(this::accept, "quorumbook-client-link to " + node);
        thread.setDaemon(true);
        thread.start();
    }

    public NodeId node() {
        return node;
    }

    /** Where clients call. */
    public Endpoint endpoint() {
        return new Endpoint(door.getInetAddress().getHostAddress(), door.getLocalPort());
    }

    /** Hangs up on everybody, and on whoever calls from now on. */
    public Proof cut() {
        disturb(new Disturbance("cut off from its clients", nothing -> Optional.of("calls were refused")));
        gate.cut();
        int ended = hangUpAll();
        try {
            return proof("cut off from its clients", ended + " connections ended", refusal());
        } catch (ClusterException e) {
            pass();
            throw e;
        }
    }

    /** Keeps what is said in both directions until the link passes again. */
    public Proof hold() {
        disturb(new Disturbance(
                "held",
                done -> Optional.of(done.heldFrames() + " frames were held").filter(words -> done.heldFrames() > 0)));
        gate.hold();
        return proof("held up", open() + " connections of clients are held from now on");
    }

    /** Passes each frame so much later, in both directions. */
    public Proof delay(Duration by) {
        disturb(new Disturbance(
                "delayed",
                done -> Optional.of(done.delayedFrames() + " frames were delayed by " + by.toMillis() + " ms")
                        .filter(words -> done.delayedFrames() > 0)));
        gate.delay(by);
        return proof("slowed down", open() + " connections of clients are delayed from now on");
    }

    /**
     * Loses the reply to the next request of that kind which the server carries out, and the connection with it.
     *
     * @param below a path: requests about another one pass; empty for whatever path, the only choice with Kafka
     */
    public Proof loseNextReply(RequestKind kind, String below) {
        requireAskable(kind, below);
        disturb(new Disturbance(
                "lost", done -> done.losses().stream().findFirst().map(words -> words + "; nobody was told")));
        gate.want(kind, below, Gate.Fate.LOST);
        return proof("listened to", "the reply to the next " + about(kind, below) + " will be lost");
    }

    /**
     * Holds the reply to the next request of that kind, and all that is said behind it in either direction: whatever is
     * done to the server now happens between that request and the client's next one. ZooKeeper's alone.
     *
     * @param below as above
     */
    public Proof holdNextReply(RequestKind kind, String below) {
        if (node.kind() != NodeId.Kind.ZK) {
            throw new IllegalArgumentException("replies of " + node + " cannot be held one by one");
        }
        requireAskable(kind, below);
        disturb(new Disturbance("held", done -> done.heldReply().map(words -> words + "; the answer was held")));
        gate.want(kind, below, Gate.Fate.HELD);
        return proof("listened to", "the reply to the next " + about(kind, below) + " will be held");
    }

    private void requireAskable(RequestKind kind, String below) {
        if (kind.isZooKeepers() != (node.kind() == NodeId.Kind.ZK) || !kind.isZooKeepers() && !below.isEmpty()) {
            throw new IllegalArgumentException("nobody asks " + node + " for " + about(kind, below));
        }
    }

    private static String about(RequestKind kind, String below) {
        return below.isEmpty() ? kind.words() : kind.words() + " of " + below;
    }

    /** Whether the reply that {@link #holdNextReply} waits for has come, and is held now. */
    public boolean holdsReply() {
        return gate.heldReply().isPresent();
    }

    /** How many requests clients have made on this link; what a ZooKeeper client says by itself does not count. */
    public long requests() {
        return gate.requests();
    }

    /** How many of them were of that kind. */
    public long requests(RequestKind kind) {
        return gate.requests(kind);
    }

    /** How many notifications of watches have come back on this link. */
    public long notifications() {
        return gate.notifications();
    }

    /** How many calls were hung up on at once while the link was cut, the one that proved it among them. */
    public long refusals() {
        return refusals.get();
    }

    /** How clients of ZooKeeper have connected by this link, the first one first. */
    public List<Handshake> handshakes() {
        return gate.handshakes();
    }

    /**
     * Passes everything again, and proves what was done until now.
     *
     * @throws ClusterException if nothing was done: no client said anything meanwhile
     */
    public synchronized Proof pass() {
        Disturbance was = disturbance.orElseThrow(
                () -> new ClusterException("The link to " + node + " passes everything already."));
        Optional<String> bite = was.bite().apply(gate);
        gate.open();
        disturbance = Optional.empty();
        return proof(
                "reachable as before",
                bite.orElseThrow(() -> new ClusterException("Nothing was " + was.words() + " on the way to " + node
                        + ": no client asked it for that meanwhile.")));
    }

    private synchronized void disturb(Disturbance next) {
        if (disturbance.isPresent()) {
            throw new ClusterException(
                    "The link to " + node + " is " + disturbance.get().words() + " already.");
        }
        disturbance = Optional.of(next);
    }

    private Proof proof(String verb, String... evidence) {
        return new Proof(node, verb, Instant.now(), List.of(evidence));
    }

    /** Calls the link as a client would. */
    private String refusal() {
        try (Socket caller = new Socket()) {
            caller.connect(
                    new InetSocketAddress(door.getInetAddress(), door.getLocalPort()), (int) PATIENCE.toMillis());
            caller.setSoTimeout((int) PATIENCE.toMillis());
            if (caller.getInputStream().read() >= 0) {
                throw new ClusterException("The link to " + node + " is cut, and yet somebody answers there.");
            }
        } catch (java.net.SocketTimeoutException e) {
            throw new ClusterException("The link to " + node + " is cut, and yet nobody hangs up.", e);
        } catch (IOException e) {
            LOG.debug("refused, as it should be", e);
        }
        return endpoint() + " hangs up on whoever calls";
    }

    private synchronized int open() {
        connections.removeIf(ClientConnection::isOver);
        return connections.size();
    }

    private synchronized int hangUpAll() {
        int ended = open();
        connections.forEach(ClientConnection::hangUp);
        connections.clear();
        return ended;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException e) {
                LOG.debug("no connection through the link to {}", node, e);
            } catch (RuntimeException e) {
                // The link must go on: whoever calls next would wait for ever.
                LOG.warn("no connection through the link to {}", node, e);
            }
        }
    }

    private void connect(Socket caller) throws IOException {
        Socket called = new Socket();
        try {
            if (!gate.isCut()) {
                called.connect(new InetSocketAddress(target.host(), target.port()), (int) PATIENCE.toMillis());
                ClientConnection connection = new ClientConnection(caller, called, gate, conversation.apply(gate));
                add(connection);
                return;
            }
            refusals.incrementAndGet();
        } catch (IOException e) {
            LOG.debug("{} refuses", node, e);
        }
        caller.close();
        called.close();
    }

    private synchronized void add(ClientConnection connection) throws IOException {
        open();
        connections.add(connection);
        connection.start();
        if (gate.isCut() || door.isClosed()) {
            connection.hangUp();
        }
    }

    /** Ends every connection and the link with them; the server goes on. */
    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            LOG.debug("closed either way", e);
        }
        hangUpAll();
    }
}
