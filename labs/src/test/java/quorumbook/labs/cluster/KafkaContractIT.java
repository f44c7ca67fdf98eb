package quorumbook.labs.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quorumbook.labs.cluster.NodeId.controller;
import static quorumbook.labs.cluster.NodeId.kafka;
import static quorumbook.labs.cluster.NodeId.zk;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What every runtime does to Kafka's brokers and controllers, proved on real ones. */
@ParameterizedClass
@MethodSource("quorumbook.labs.cluster.Runtimes#names")
class KafkaContractIT {
    private final String runtime;

    KafkaContractIT(String runtime) {
        this.runtime = runtime;
    }

    @Nested
    class OneCombined extends OnShape {
        OneCombined() {
            super(runtime, KRaft.combined(1));
        }

        @Test
        void hasTheFeaturesOfAFormattedClusterAndNoTopicOfOurs() throws Exception {
            try (Admin admin = rig().admin()) {
                assertThat(admin.describeFeatures().featureMetadata().get().finalizedFeatures())
                        .containsKeys(
                                "metadata.version",
                                "group.version",
                                "transaction.version",
                                "share.version",
                                "streams.version",
                                "eligible.leader.replicas.version");
                assertThat(admin.listTopics().names().get()).isEmpty();
            }
        }

        @Test
        void keepsItsAddressAndItsRecordsAcrossKillAndStart() throws Exception {
            Endpoint before = cluster().client(kafka(1));
            assertThat(rig().produce("kept", "first")).isZero();
            cluster().kill(kafka(1));
            assertThat(cluster().condition(kafka(1))).isEqualTo(Condition.STOPPED);
            cluster().start(kafka(1));
            rig().ready();
            assertThat(cluster().client(kafka(1))).isEqualTo(before);
            assertThat(rig().produce("kept", "second")).isOne();
        }

        @Test
        void givesOutAnOffsetAgainWhenSetBack() throws Exception {
            assertThat(rig().produce("set-back", "first")).isZero();
            cluster().stop(kafka(1));
            Kept kept = cluster().keep(kafka(1));
            cluster().start(kafka(1));
            rig().ready();
            assertThat(rig().produce("set-back", "second")).isOne();
            cluster().kill(kafka(1));

            cluster().setBack(kept);

            cluster().start(kafka(1));
            rig().ready();
            assertThat(rig().produce("set-back", "third")).isOne();
        }

        @Test
        void comesBackEmptyWhenWiped() throws Exception {
            rig().produce("gone", "first");
            cluster().stop(kafka(1));
            cluster().wipe(kafka(1));
            cluster().start(kafka(1));
            rig().ready();
            try (Admin admin = rig().admin()) {
                assertThat(admin.listTopics().names().get()).doesNotContain("gone");
            }
        }
    }

    @Nested
    class ThreeCombined extends OnShape {
        ThreeCombined() {
            super(runtime, KRaft.combined(3));
        }

        @Test
        void goOnWithoutTheLeaderOfAPartition() throws Exception {
            try (Admin admin = rig().admin()) {
                admin.createTopics(List.of(new NewTopic("survives", Map.of(0, List.of(2, 1, 3)))))
                        .all()
                        .get();
                rig().produce("survives", "first");
                cluster().kill(kafka(2));
                Rig.eventually(
                        () -> leader(admin, "survives"),
                        leader -> leader.filter(id -> id != 2).isPresent());
                assertThat(rig().produce("survives", "second")).isOne();

                cluster().start(kafka(2));
                rig().ready();
                Rig.eventually(
                        () -> describe(admin, "survives")
                                .partitions()
                                .get(0)
                                .isr()
                                .size(),
                        size -> size == 3);
            }
        }

        @Test
        void waitForAPausedBrokerNoLongerThanItsSession() throws Exception {
            rig().needs(Capability.PAUSE);
            try (Admin admin = rig().admin()) {
                cluster().pause(kafka(3));
                assertThat(cluster().condition(kafka(3))).isEqualTo(Condition.PAUSED);
                Rig.eventually(() -> brokers(admin), List.of(1, 2)::equals);
                cluster().resume(kafka(3));
                Rig.eventually(() -> brokers(admin), List.of(1, 2, 3)::equals);
            }
        }

        @Test
        void sayWhenTheyCannotBeIsolated() {
            if (!cluster().capabilities().contains(Capability.ISOLATE_KAFKA)) {
                assertThatThrownBy(() -> cluster().isolate(kafka(1)))
                        .isInstanceOf(ClusterException.class)
                        .hasMessageContaining("kafka1");
                assertThat(cluster().condition(kafka(1))).isEqualTo(Condition.RUNNING);
            }
        }
    }

    @Nested
    class SeparateControllers extends OnShape {
        SeparateControllers() {
            super(runtime, KRaft.separate(1, 3));
        }

        @Test
        void electAnotherAndKeepTheBrokerServing() throws Exception {
            rig().produce("served", "first");
            try (Admin admin = rig().admin()) {
                int active = active(admin);
                cluster().kill(controller(active - 100));
                Rig.eventually(() -> active(admin), id -> id != active);
                assertThat(rig().produce("served", "second")).isOne();
                cluster().start(controller(active - 100));
                rig().ready();
            }
        }

        @Test
        void areNamedWhenTooFewOfThemRun() throws Exception {
            cluster().stop(controller(1));
            cluster().kill(controller(2));
            assertThatThrownBy(() -> cluster().awaitReady(Duration.ofSeconds(20), Progress.silent()))
                    .hasMessageContaining("2 of 3 controllers");
            cluster().start(controller(1));
            cluster().start(controller(2));
            rig().ready();
        }

        private int active(Admin admin) throws Exception {
            return admin.describeMetadataQuorum().quorumInfo().get().leaderId();
        }
    }

    @Nested
    class OnZooKeeper extends OnShape {
        OnZooKeeper() {
            super(runtime, new KafkaOnZooKeeper(2, Ensemble.of(3)));
        }

        @Test
        void replaceTheControllerThatDied() throws Exception {
            int first = controllerId();
            cluster().kill(kafka(first));
            Rig.eventually(this::controllerId, id -> id != first);
            cluster().start(kafka(first));
            rig().ready();
            assertThat(rig().read(zk(1), "/brokers/ids/" + first)).contains("\"port\":");
        }

        private int controllerId() throws Exception {
            String controller = rig().read(zk(1), "/controller");
            return Integer.parseInt(controller.replaceAll(".*\"brokerid\":(\\d+).*", "$1"));
        }
    }

    private static List<Integer> brokers(Admin admin) throws Exception {
        return admin.describeCluster().nodes().get().stream()
                .map(Node::id)
                .sorted()
                .toList();
    }

    private static Optional<Integer> leader(Admin admin, String topic) throws Exception {
        return Optional.ofNullable(describe(admin, topic).partitions().get(0).leader())
                .map(Node::id);
    }

    private static TopicDescription describe(Admin admin, String topic) throws Exception {
        return Objects.requireNonNull(
                admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic));
    }
}
