package quorumbook.labs;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.zookeeper.ZooKeeper;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.NodeSpec;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Journal;
import quorumbook.labs.program.Programs;

/** What a lab works with during one attempt: the cluster, the given values, clients of our own, what has happened so far. */
public final class Bench implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Cluster cluster;
    private final Given given;
    private final Clock clock;
    private final Journal journal;
    private volatile Programs programs = Programs.NONE;
    private Optional<ZooKeeper> zooKeeper = Optional.empty();
    private Optional<Admin> admin = Optional.empty();

    public Bench(Cluster cluster, Given given, Clock clock) {
        this.cluster = cluster;
        this.given = given;
        this.clock = clock;
        this.journal = new Journal(given, clock);
    }

    public Cluster cluster() {
        return cluster;
    }

    public Given given() {
        return given;
    }

    public Clock clock() {
        return clock;
    }

    /** What runs the learner's own program; lent before a trial by whoever runs the attempt. */
    public Programs programs() {
        return programs;
    }

    /** Begins to wait for something of the learner's program. */
    public Patience patience() {
        return Patience.begin(programs()::cpu);
    }

    /** Lends what runs the learner's own program. */
    public void lend(Programs running) {
        programs = running;
    }

    /** Adds to what has happened. */
    public void note(Event event) {
        journal.add(event);
    }

    /** Where faults and workloads note what happens, on the clock of this bench; it can be kept in a file. */
    public Journal journal() {
        return journal;
    }

    /** What has happened so far, for the judges. */
    public History history() {
        return journal.history();
    }

    /** The history so far and, behind it, what a trial has seen now: the next trial will not see these again. */
    public History historyWith(List<? extends Event> seen) {
        List<Event> all = new ArrayList<>(history().events());
        all.addAll(seen);
        return new History(given, all);
    }

    /**
     * Our own connected ZooKeeper client, never the learner's; opened on first use, and again if its session has ended.
     *
     * @throws ClusterException if no server serves within 10 s
     */
    public synchronized ZooKeeper zooKeeper() throws InterruptedException {
        requireRunning(NodeId.Kind.ZK, "ZooKeeper server");
        if (zooKeeper.isPresent() && !zooKeeper.get().getState().isAlive()) {
            zooKeeper.get().close();
            zooKeeper = Optional.empty();
        }
        ZooKeeper client = zooKeeper.isPresent() ? zooKeeper.get() : openZooKeeper();
        zooKeeper = Optional.of(client);
        if (!Eventually.holds(PATIENCE, () -> client.getState().isConnected())) {
            throw new ClusterException("No ZooKeeper server of " + cluster.connectString() + " served within "
                    + PATIENCE.toSeconds() + " s. Look at /cluster: is a majority running?");
        }
        return client;
    }

    /** The id of the session of {@link #zooKeeper()}, if there is one now. */
    public synchronized OptionalLong session() {
        return zooKeeper.map(client -> OptionalLong.of(client.getSessionId())).orElse(OptionalLong.empty());
    }

    /** Waiting for servers of which none runs would only keep the learner waiting. */
    private void requireRunning(NodeId.Kind kind, String what) {
        List<NodeId> nodes = cluster.spec().nodes().stream()
                .map(NodeSpec::id)
                .filter(node -> node.kind() == kind)
                .toList();
        if (nodes.stream().noneMatch(node -> cluster.condition(node) == Condition.RUNNING)) {
            throw new ClusterException("No " + what + " runs. Start one: /start " + nodes.get(0));
        }
    }

    private ZooKeeper openZooKeeper() {
        try {
            return new ZooKeeper(cluster.connectString(), (int) PATIENCE.toMillis(), event -> {});
        } catch (IOException e) {
            throw new ClusterException("Cannot open a ZooKeeper client to " + cluster.connectString(), e);
        }
    }

    /** Our own Kafka admin client, opened on first use; its calls end within 10 s. */
    public synchronized Admin admin() {
        requireRunning(NodeId.Kind.KAFKA, "broker");
        if (admin.isEmpty()) {
            Properties properties = new Properties();
            properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, cluster.bootstrapServers());
            properties.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
            properties.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis() / 2);
            admin = Optional.of(Admin.create(properties));
        }
        return admin.get();
    }

    /** A bench for the next attempt on the same cluster, proved clean; it takes over our clients, which saves a session. */
    synchronized Bench next(Given values, Clock begun) {
        Bench next = new Bench(cluster, values, begun);
        next.zooKeeper = zooKeeper;
        next.admin = admin;
        zooKeeper = Optional.empty();
        admin = Optional.empty();
        return next;
    }

    /** Closes our clients and the file of the journal; the cluster stays. */
    @Override
    public synchronized void close() {
        admin.ifPresent(client -> client.close(Duration.ofSeconds(1)));
        zooKeeper.ifPresent(Bench::closeQuietly);
        journal.close();
        admin = Optional.empty();
        zooKeeper = Optional.empty();
    }

    private static void closeQuietly(ZooKeeper client) {
        try {
            client.close((int) Duration.ofSeconds(1).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
