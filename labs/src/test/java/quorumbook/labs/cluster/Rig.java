package quorumbook.labs.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooKeeper;
import org.assertj.core.api.Assertions;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.ready.FourLetterWord;

/** A cluster of a shape, ready, with what the tests ask of it. */
final class Rig implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(500);

    private final Run run;
    final Cluster cluster;

    Rig(String runtime, ClusterSpec shape) {
        Backend backend = Runtimes.usable(runtime);
        run = Run.begin(Runtimes.state());
        cluster = backend.bringUp(shape, run, PATIENCE, Progress.silent(), launched -> {});
    }

    void ready() {
        cluster.awaitReady(PATIENCE, Progress.silent());
    }

    void needs(Capability capability) {
        assumeTrue(cluster.capabilities().contains(capability), cluster.runtime() + " has no " + capability);
    }

    /** The server's mode as it says itself; empty while it does not serve or does not answer. */
    Optional<String> mode(NodeId node) {
        try {
            return FourLetterWord.mode(FourLetterWord.ask(cluster.client(node), "srvr", SHORT));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    NodeId leader() throws Exception {
        return eventually(this::leaders, leaders -> leaders.size() == 1).get(0);
    }

    private List<NodeId> leaders() {
        return cluster.spec().nodes().stream()
                .map(NodeSpec::id)
                .filter(id -> mode(id).filter("leader"::equals).isPresent())
                .toList();
    }

    void becomes(NodeId node, String mode) throws Exception {
        eventually(() -> mode(node), Optional.of(mode)::equals);
    }

    static <T> T eventually(Callable<T> look, Predicate<T> satisfies) throws Exception {
        Eventually.Sight<T> sight = Eventually.look(Duration.ofSeconds(60), look, satisfies);
        Assertions.assertThat(sight.satisfied()).as("last seen: %s", sight).isTrue();
        return sight.value();
    }

    Admin admin() {
        return Admin.create(Map.of(
                "bootstrap.servers",
                cluster.bootstrapServers(),
                "default.api.timeout.ms",
                5_000,
                // A paused broker must not hold the client for as long as the test may wait.
                "request.timeout.ms",
                1_500));
    }

    /** What a record written with acks=all came to: the broker's own offset. */
    long produce(String topic, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", cluster.bootstrapServers(), "acks", "all");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            return producer.send(new ProducerRecord<>(topic, value)).get().offset();
        }
    }

    void write(NodeId server, String path, String value) throws Exception {
        try (Session session = new Session(server)) {
            session.zk.create(path, value.getBytes(UTF_8), Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
        }
    }

    String read(NodeId server, String path) throws Exception {
        try (Session session = new Session(server)) {
            eventually(() -> session.zk.exists(path, false) != null, Boolean::booleanValue);
            return new String(session.zk.getData(path, false, null), UTF_8);
        }
    }

    boolean exists(NodeId server, String path) throws Exception {
        try (Session session = new Session(server)) {
            return session.zk.exists(path, false) != null;
        } catch (KeeperException e) {
            throw new AssertionError(server + " does not answer", e);
        }
    }

    private final class Session implements AutoCloseable {
        private final ZooKeeper zk;

        Session(NodeId server) throws Exception {
            zk = new ZooKeeper(cluster.client(server).toString(), 10_000, event -> {});
            eventually(() -> zk.getState().isConnected(), Boolean::booleanValue);
        }

        @Override
        public void close() {
            try {
                zk.close(1_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        cluster.close();
        run.close();
    }
}
