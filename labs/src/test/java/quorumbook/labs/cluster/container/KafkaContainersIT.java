package quorumbook.labs.cluster.container;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.Ensemble;
import quorumbook.labs.cluster.KRaft;
import quorumbook.labs.cluster.KafkaOnZooKeeper;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.cluster.Run;

/** What processes cannot do to Kafka, and what they can. */
class KafkaContainersIT {
    private static final NodeId THIRD = NodeId.kafka(3);

    @TempDir
    Path state;

    private ContainerBackend backend;

    @BeforeEach
    void needsAnEngine() {
        backend = Engines.required();
    }

    @Test
    void anIsolatedBrokerIsMissedByItsPeersAndFoundAgain() throws Exception {
        on(KRaft.combined(3), cluster -> {
            cluster.isolate(THIRD);

            assertThat(cluster.condition(THIRD)).isEqualTo(Condition.ISOLATED);
            assertThat(firstBrokerSees(2, cluster)).isTrue();

            cluster.rejoin(THIRD);
            assertThat(firstBrokerSees(3, cluster)).isTrue();
        });
    }

    @Test
    void aBrokerComesBackAfterKillAndWipe() throws Exception {
        on(KRaft.separate(3, 1), cluster -> {
            cluster.kill(THIRD);
            cluster.wipe(THIRD);
            cluster.start(THIRD);

            cluster.awaitReady(ofSeconds(60), Progress.silent());
            assertThat(cluster.dataFile(THIRD, "meta.properties")).isPresent();
        });
    }

    @Test
    void kafkaRunsOnZooKeeper() throws Exception {
        on(new KafkaOnZooKeeper(1, Ensemble.standalone()), cluster -> {
            assertThat(firstBrokerSees(1, cluster)).isTrue();
        });
    }

    private interface Body {
        void on(Cluster cluster) throws Exception;
    }

    private void on(ClusterSpec shape, Body body) throws Exception {
        try (Run run = Run.begin(state);
                Cluster cluster = backend.launch(shape, run, Progress.silent())) {
            cluster.awaitReady(ofSeconds(90), Progress.silent());
            body.on(cluster);
        }
    }

    /** Asked by a new client each time: an old one might ask the isolated broker, which still believes in all three. */
    private static boolean firstBrokerSees(int brokers, Cluster cluster) throws InterruptedException {
        Map<String, Object> first = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                cluster.client(NodeId.kafka(1)).toString());
        return Eventually.holds(ofSeconds(45), () -> {
            try (Admin admin = Admin.create(first)) {
                return admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).size() == brokers;
            }
        });
    }
}
