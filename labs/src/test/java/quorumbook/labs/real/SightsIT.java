package quorumbook.labs.real;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooKeeper;
import org.junit.jupiter.api.Test;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.Endpoint;
import quorumbook.labs.cluster.Ensemble;
import quorumbook.labs.cluster.KRaft;
import quorumbook.labs.cluster.KafkaOnZooKeeper;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.fault.ClientLinks;
import quorumbook.labs.observe.ControllerReign;
import quorumbook.labs.observe.PartitionLook;
import quorumbook.labs.observe.PartitionSight;
import quorumbook.labs.observe.ReplicaSight;
import quorumbook.labs.observe.SessionEnd;
import quorumbook.labs.observe.SessionEnds;
import quorumbook.labs.observe.SessionSight;

/** What real servers tell about sessions, watches and replicas. */
class SightsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** A client may ask the dead broker first: after so many milliseconds it asks another. */
    private static final int WITHOUT_ANSWER = 1_500;

    @Test
    void aSessionIsSeenWithTheZnodesThatItWatches() throws Exception {
        try (Servers servers = Servers.of(Ensemble.of(1));
                ZooKeeper client = new ZooKeeper(servers.cluster().connectString(), 10_000, event -> {})) {
            assertThat(Eventually.holds(PATIENCE, () -> client.getState().isConnected()))
                    .isTrue();
            client.create("/app", "v".getBytes(UTF_8), Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
            client.getData("/app", true, null);
            client.exists("/not-yet", true);

            Map<NodeId, Endpoint> server =
                    Map.of(NodeId.zk(1), servers.cluster().client(NodeId.zk(1)));
            assertThat(SessionSight.all(server, PATIENCE))
                    .containsExactly(
                            new SessionSight(client.getSessionId(), NodeId.zk(1), List.of("/app", "/not-yet")));
        }
    }

    @Test
    void theEndOfASessionTellsWhoEndedIt() throws Exception {
        try (Servers servers = Servers.of(Ensemble.standalone());
                ClientLinks links = ClientLinks.to(servers.cluster())) {
            long closed = session(servers.cluster().connectString(), () -> {});
            long lost =
                    session(links.connectString(), () -> links.to(NodeId.zk(1)).close());

            List<SessionEnd> ends = Eventually.look(
                            PATIENCE,
                            () -> SessionEnds.all(servers.cluster(), NodeId.zk(1)),
                            found -> found.stream().anyMatch(end -> end.session() == lost))
                    .value();
            assertThat(ends)
                    .extracting(SessionEnd::session, SessionEnd::expired)
                    .contains(tuple(closed, false), tuple(lost, true));
        }
    }

    /** Opens a session of a short time-out, does that to it, and closes its client. */
    private static long session(String servers, Runnable fate) throws Exception {
        try (ZooKeeper client = new ZooKeeper(servers, 4_000, event -> {})) {
            assertThat(Eventually.holds(PATIENCE, () -> client.getState().isConnected()))
                    .isTrue();
            fate.run();
            return client.getSessionId();
        }
    }

    @Test
    void aControllerSaysInWhichEpochItBegan() throws Exception {
        assertThat(reigns(KRaft.separate(1, 1), NodeId.controller(1)))
                .singleElement()
                .satisfies(reign -> assertThat(reign.epoch()).isPositive())
                .satisfies(reign -> assertThat(reign.at())
                        .isCloseTo(Instant.now(), within(PATIENCE.toSeconds(), ChronoUnit.SECONDS)));
        assertThat(reigns(new KafkaOnZooKeeper(1, Ensemble.standalone()), NodeId.kafka(1)))
                .extracting(ControllerReign::epoch)
                .containsExactly(1L);
    }

    private static List<ControllerReign> reigns(ClusterSpec shape, NodeId node) throws Exception {
        try (Servers servers = Servers.of(shape)) {
            return ControllerReign.all(servers.cluster().serverLog(node, 20_000), Instant.now());
        }
    }

    @Test
    void eachReplicaTellsWhereItsLogEndsAndWhatItKnowsToBeCommitted() throws Exception {
        try (Servers servers = Servers.of(KRaft.separate(2, 1));
                Admin admin = Admin.create(
                        Map.of("bootstrap.servers", bootstrap(servers), "request.timeout.ms", WITHOUT_ANSWER))) {
            Cluster cluster = servers.cluster();
            admin.createTopics(List.of(new NewTopic("orders", Map.of(0, List.of(1, 2)))))
                    .all()
                    .get();
            send(cluster, "all");
            await(cluster, admin, replica(1, 1, 1), replica(2, 1, 1));

            cluster.kill(NodeId.kafka(2));
            send(cluster, "1");
            PartitionSight alone =
                    PartitionLook.all(admin, brokers(cluster, 1), PATIENCE).get(0);
            boolean counted = alone.replicas().get(1).inSync();
            assertThat(alone.leader()).isEqualTo(OptionalInt.of(1));
            // Once the leader has given up the dead follower, nothing holds the high watermark back.
            assertThat(alone.replicas())
                    .containsExactly(
                            replica(1, 2, counted ? 1 : 2),
                            new ReplicaSight(2, counted, OptionalLong.empty(), OptionalLong.empty()));

            cluster.start(NodeId.kafka(2));
            await(cluster, admin, replica(1, 2, 2), replica(2, 2, 2));
        }
    }

    private static void await(Cluster cluster, Admin admin, ReplicaSight... expected) throws InterruptedException {
        Eventually.Sight<List<ReplicaSight>> sight = Eventually.look(
                Duration.ofSeconds(60),
                () -> PartitionLook.all(admin, brokers(cluster, 1, 2), PATIENCE)
                        .get(0)
                        .replicas(),
                replicas -> replicas.equals(List.of(expected)));
        assertThat(sight.last()).hasValue(List.of(expected));
    }

    private static ReplicaSight replica(int broker, long logEnd, long highWatermark) {
        return new ReplicaSight(broker, true, OptionalLong.of(logEnd), OptionalLong.of(highWatermark));
    }

    private static void send(Cluster cluster, String acks) throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                cluster.bootstrapServers(),
                "acks",
                acks,
                "linger.ms",
                0,
                "request.timeout.ms",
                WITHOUT_ANSWER,
                "delivery.timeout.ms",
                60_000);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("orders", "k", "v")).get();
        }
    }

    private static String bootstrap(Servers servers) {
        return servers.cluster().bootstrapServers();
    }

    private static Map<Integer, Endpoint> brokers(Cluster cluster, int... numbers) {
        Map<Integer, Endpoint> brokers = new HashMap<>();
        for (int number : numbers) {
            brokers.put(number, cluster.client(NodeId.kafka(number)));
        }
        return brokers;
    }
}
