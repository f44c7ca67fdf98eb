package quorumbook.labs.cluster.ready;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.Endpoint;
import quorumbook.labs.cluster.NodeId.Kind;
import quorumbook.labs.cluster.NodeSpec;
import quorumbook.labs.cluster.NodeSpec.Duty;
import quorumbook.labs.cluster.ready.Awaited.Hopeless;
import quorumbook.labs.cluster.ready.Awaited.Ready;
import quorumbook.labs.cluster.ready.Awaited.Waiting;

/** Every running broker is registered, and a partition with a replica on each takes a record that all of them have. */
final class KafkaReadiness implements AutoCloseable {
    private static final String TOPIC = "__quorumbook_ready";
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Cluster cluster;
    private final List<NodeSpec> brokers;
    private final Admin admin;

    KafkaReadiness(Cluster cluster, List<NodeSpec> running) {
        this.cluster = cluster;
        this.brokers = brokers(running);
        this.admin = Admin.create(settings(Map.of("default.api.timeout.ms", (int) PATIENCE.toMillis())));
    }

    /** Sockets first: a client that knocks at closed doors complains in its log. */
    static Awaited open(Cluster cluster, List<NodeSpec> running) {
        long voters = voters(cluster.spec().nodes());
        if (voters > 0 && voters(running) < voters / 2 + 1) {
            return new Hopeless(
                    running.get(0).id(),
                    "cannot serve: a quorum is " + (voters / 2 + 1) + " of " + voters + " controllers, and "
                            + voters(running) + " run");
        }
        for (NodeSpec broker : brokers(running)) {
            Endpoint door = cluster.client(broker.id());
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(door.host(), door.port()), (int) PATIENCE.toMillis());
            } catch (IOException e) {
                return new Waiting(
                        "starting " + broker.id(), broker.id(), "to answer at " + door + " (" + e.getMessage() + ")");
            }
        }
        return new Ready();
    }

    Awaited registered() throws InterruptedException {
        try {
            List<Integer> known =
                    admin.describeCluster().nodes().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).stream()
                            .map(Node::id)
                            .toList();
            return brokers.stream()
                    .filter(broker -> !known.contains(broker.serverId()))
                    .findFirst()
                    .<Awaited>map(broker -> waitingFor(broker, "to be registered; those that are: " + known))
                    .orElseGet(Ready::new);
        } catch (ExecutionException | TimeoutException e) {
            return waitingFor(brokers.get(0), "or a peer to describe the cluster; " + reason(e));
        }
    }

    Awaited writable() throws InterruptedException {
        try {
            create();
            write();
            return new Ready();
        } catch (ExecutionException | TimeoutException e) {
            return new Waiting(
                    "checking", brokers.get(0).id(), "and its peers to take a record with acks=all; " + reason(e));
        }
    }

    /** The replicas are told, not asked for, so that no running broker is left out. */
    private void create() throws InterruptedException, ExecutionException, TimeoutException {
        List<Integer> replicas = brokers.stream().map(NodeSpec::serverId).toList();
        try {
            within(admin.createTopics(List.of(new NewTopic(TOPIC, Map.of(0, replicas))))
                    .all());
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private void write() throws InterruptedException, ExecutionException, TimeoutException {
        Map<String, Object> prompt = Map.of(
                "acks",
                "all",
                "enable.idempotence",
                false,
                "linger.ms",
                0,
                "max.block.ms",
                PATIENCE.toMillis(),
                "delivery.timeout.ms",
                (int) PATIENCE.toMillis());
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings(prompt), new ByteArraySerializer(), new ByteArraySerializer())) {
            within(producer.send(new ProducerRecord<>(TOPIC, new byte[] {1})));
        }
    }

    private static <T> T within(Future<T> future) throws InterruptedException, ExecutionException, TimeoutException {
        return future.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** No trace: the topic is gone for every client before the cluster is called ready. */
    Awaited tidy() throws InterruptedException {
        try {
            if (!within(admin.listTopics().names()).contains(TOPIC)) {
                return new Ready();
            }
            within(admin.deleteTopics(List.of(TOPIC)).all());
            return new Waiting("checking", brokers.get(0).id(), "and its peers to forget the topic " + TOPIC);
        } catch (ExecutionException | TimeoutException e) {
            return new Waiting(
                    "checking", brokers.get(0).id(), "and its peers to delete the topic " + TOPIC + "; " + reason(e));
        }
    }

    private Map<String, Object> settings(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put(
                "bootstrap.servers",
                brokers.stream()
                        .map(broker -> cluster.client(broker.id()).toString())
                        .collect(Collectors.joining(",")));
        settings.put("request.timeout.ms", (int) PATIENCE.toMillis() / 2);
        settings.put("reconnect.backoff.ms", 20);
        settings.put("reconnect.backoff.max.ms", 200);
        settings.put("retry.backoff.ms", 20);
        settings.put("enable.metrics.push", false);
        return settings;
    }

    private static Awaited waitingFor(NodeSpec broker, String words) {
        return new Waiting("registering brokers", broker.id(), words);
    }

    private static String reason(Exception e) {
        return String.valueOf(e.getCause() == null ? e : e.getCause());
    }

    private static List<NodeSpec> brokers(List<NodeSpec> nodes) {
        return nodes.stream().filter(node -> node.id().kind() == Kind.KAFKA).toList();
    }

    private static long voters(List<NodeSpec> nodes) {
        return nodes.stream()
                .filter(node -> node.duty() == Duty.CONTROLLER || node.duty() == Duty.BROKER_AND_CONTROLLER)
                .count();
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
