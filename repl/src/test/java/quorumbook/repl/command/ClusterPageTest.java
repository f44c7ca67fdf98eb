package quorumbook.repl.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.Endpoint;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.observe.Observation;
import quorumbook.labs.observe.PartitionSight;
import quorumbook.labs.observe.ReplicaSight;
import quorumbook.labs.observe.Role;
import quorumbook.labs.observe.ServerSight;
import quorumbook.labs.observe.SessionSight;
import quorumbook.labs.observe.Zxid;
import quorumbook.repl.terminal.look.GoldenText;
import quorumbook.repl.terminal.look.Look;
import quorumbook.repl.terminal.look.PageWriter;

class ClusterPageTest {
    private static final Look DRAWN = new Look(Look.Colours.OFF, Look.Signs.GLYPHS, Look.Motion.REPAINTS);
    private static final Look SPOKEN = new Look(Look.Colours.OFF, Look.Signs.WORDS, Look.Motion.APPENDS);
    private static final long OURS = 0x200001234560001L;

    @Test
    void anEnsembleWithSessionsAndWatches() throws IOException {
        GoldenText.check("/quorumbook/repl/command/ensemble-80.txt", text(DRAWN, ensemble()));
    }

    @Test
    void anEnsembleToBeHeard() throws IOException {
        GoldenText.check("/quorumbook/repl/command/ensemble-spoken.txt", text(SPOKEN, ensemble()));
    }

    @Test
    void brokersWithTheirReplicas() throws IOException {
        GoldenText.check("/quorumbook/repl/command/brokers-80.txt", text(DRAWN, brokers(List.of(orders()))));
    }

    @Test
    void ofVeryManyReplicasSomeAreLeftOutAndCounted() {
        List<PartitionSight> many = IntStream.range(0, 40)
                .mapToObj(number -> new PartitionSight("many", number, OptionalInt.of(1), orders().replicas()))
                .toList();
        assertThat(text(DRAWN, brokers(many))).contains("60 more replicas; kafka-topics --describe lists all.");
    }

    @Test
    void brokersThatDoNotAnswerAreSaidToDoSo() {
        ClusterSight silent = new ClusterSight(
                new Observation(Instant.EPOCH, List.of()),
                Map.of(),
                Map.of(),
                List.of(),
                Set.of(),
                OptionalLong.empty(),
                List.of(),
                Optional.of("The brokers did not describe their topics: not within 2 s."),
                Map.of());
        assertThat(text(DRAWN, silent)).contains("The brokers did not describe their topics: not within 2 s.");
    }

    private static String text(Look look, ClusterSight sight) {
        return new PageWriter(look).text(ClusterPage.of(sight), 80);
    }

    private static ClusterSight ensemble() {
        NodeId zk1 = NodeId.zk(1);
        NodeId zk2 = NodeId.zk(2);
        NodeId zk3 = NodeId.zk(3);
        Observation seen = new Observation(
                Instant.EPOCH,
                List.of(
                        new ServerSight(zk1, Condition.RUNNING, Role.FOLLOWER, Optional.of(Zxid.of(0x200000004L))),
                        new ServerSight(zk2, Condition.RUNNING, Role.LEADER, Optional.of(Zxid.of(0x200000004L))),
                        new ServerSight(zk3, Condition.STOPPED, Role.DOWN, Optional.empty())));
        return new ClusterSight(
                seen,
                Map.of(zk1, address(1), zk2, address(2), zk3, address(3)),
                Map.of(zk1, "2", zk2, "2", zk3, "1"),
                List.of(
                        new SessionSight(0x100001234560000L, zk1, List.of("/app", "/lock-4f2a/lock-0000000001")),
                        new SessionSight(OURS, zk2, List.of()),
                        new SessionSight(0x200001234560002L, zk2, List.of("/lock-4f2a/lock-0000000000"))),
                Set.of(0x100001234560000L),
                OptionalLong.of(OURS),
                List.of(),
                Optional.empty(),
                Map.of());
    }

    private static ClusterSight brokers(List<PartitionSight> partitions) {
        Observation seen = new Observation(
                Instant.EPOCH,
                List.of(
                        new ServerSight(
                                NodeId.controller(1), Condition.RUNNING, Role.ACTIVE_CONTROLLER, Optional.empty()),
                        new ServerSight(NodeId.kafka(1), Condition.RUNNING, Role.BROKER, Optional.empty()),
                        new ServerSight(NodeId.kafka(2), Condition.PAUSED, Role.SILENT, Optional.empty())));
        return new ClusterSight(
                seen,
                Map.of(NodeId.controller(1), address(1), NodeId.kafka(1), address(2), NodeId.kafka(2), address(3)),
                Map.of(),
                List.of(),
                Set.of(),
                OptionalLong.empty(),
                partitions,
                Optional.empty(),
                Map.of(1, NodeId.kafka(1), 2, NodeId.kafka(2), 101, NodeId.controller(1)));
    }

    private static PartitionSight orders() {
        return new PartitionSight(
                "orders",
                0,
                OptionalInt.of(1),
                List.of(
                        new ReplicaSight(1, true, OptionalLong.of(12), OptionalLong.of(10)),
                        new ReplicaSight(2, true, OptionalLong.empty(), OptionalLong.empty()),
                        new ReplicaSight(7, false, OptionalLong.of(9), OptionalLong.of(9))));
    }

    private static Endpoint address(int number) {
        return new Endpoint("127.0.0.1", 20_000 + number);
    }
}
