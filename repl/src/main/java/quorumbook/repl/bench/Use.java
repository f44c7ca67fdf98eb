package quorumbook.repl.bench;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.ZooKeeper;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Rival;

/** What a few minutes at the prompt would have the servers do. */
final class Use {
    private static final int ZNODES = 2_000;
    private static final int RECORDS = 20_000;
    private static final int PARTITIONS = 6;
    private static final short REPLICAS = 3;
    private static final byte[] VALUE = "x".repeat(200).getBytes(StandardCharsets.US_ASCII);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Use() {}

    static String words() {
        return ZNODES + " znodes written and " + RECORDS + " records produced with acks=all";
    }

    static void of(Rival.Running cluster) throws Exception {
        if (!cluster.connectString().isEmpty()) {
            write(cluster.connectString());
        }
        if (!cluster.bootstrapServers().isEmpty()) {
            produce(cluster.bootstrapServers());
        }
    }

    private static void write(String connectString) throws Exception {
        try (ZooKeeper client = new ZooKeeper(connectString, (int) PATIENCE.toMillis(), event -> {})) {
            if (!Eventually.holds(PATIENCE, () -> client.getState().isConnected())) {
                throw new ClusterException("no ZooKeeper server took a session");
            }
            CountDownLatch written = new CountDownLatch(ZNODES);
            for (int i = 0; i < ZNODES; i++) {
                client.create(
                        "/use-" + i,
                        VALUE,
                        ZooDefs.Ids.OPEN_ACL_UNSAFE,
                        CreateMode.PERSISTENT,
                        (code, path, context, name) -> written.countDown(),
                        null);
            }
            if (!written.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new ClusterException("the znodes were not written within " + PATIENCE.toSeconds() + " s");
            }
        }
    }

    private static void produce(String bootstrapServers) throws Exception {
        Map<String, Object> servers = Map.of("bootstrap.servers", bootstrapServers, "acks", "all");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic("use", Optional.of(PARTITIONS), Optional.of(REPLICAS))))
                    .all()
                    .get();
        }
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(servers, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < RECORDS; i++) {
                Future<RecordMetadata> unused = producer.send(new ProducerRecord<>("use", VALUE));
            }
            producer.flush();
        }
    }
}
