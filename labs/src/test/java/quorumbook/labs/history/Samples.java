package quorumbook.labs.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.Proof;
import quorumbook.labs.observe.Observation;
import quorumbook.labs.observe.Role;
import quorumbook.labs.observe.ServerSight;
import quorumbook.labs.observe.Zxid;

/** One event of every kind, as version 1 wrote them. */
final class Samples {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456Z");
    static final Given GIVEN = new Given(7, Map.of("root", "/shop-4f2a"));

    private static final NodeId ZK3 = NodeId.zk(3);
    private static final Proof PROOF = new Proof(ZK3, "killed", NOON, List.of("process 4711 is gone"));

    private Samples() {}

    static History everyKind() {
        return new History(
                GIVEN,
                List.of(
                        new Event.SessionOpened(NOON, 0x10000abcdef0000L),
                        new Event.SessionEnded(NOON, 0x10000abcdef0000L, Zxid.of(0x10000000cL), true),
                        new Event.Predicted(NOON, "leader", "zk3", Map.of("running", "none")),
                        new Event.Done(NOON, PROOF),
                        new Event.Noted(NOON, "created", "/shop-4f2a/ü \"x\"\n"),
                        new Event.TreeSeen(NOON, "/shop-4f2a", List.of(new Znode("/a", "v", 1, 2, 3, 4, 5, 6, 7))),
                        new Event.ZnodeChanged(NOON, "/a", 0x100000001L, Event.Change.DELETED),
                        new Event.SessionsSeen(NOON, Set.of(1L)),
                        new Event.TopicSeen(NOON, "orders", "id", List.of(new Event.Partition(0, 3))),
                        new Event.LogSeen(
                                NOON, "orders", List.of(new Event.LogEntry(0, 12, Optional.of("k"), "v"), keyless())),
                        new Event.Invoked(NOON, 1, "client 1", Request.send("orders", "k", "v", "all")),
                        new Event.Invoked(NOON, 2, "client 1", Request.delete("/a")),
                        new Event.Invoked(NOON, 3, "client 1", Request.read("/a")),
                        new Event.Ended(
                                NOON,
                                3,
                                new Outcome.Ok(Optional.of("v"), Optional.of(Position.offset("orders", 0, 12)))),
                        new Event.Ended(NOON, 1, new Outcome.Failed("NotEnoughReplicas")),
                        new Event.Ended(NOON, 2, new Outcome.Unknown("ConnectionLoss")),
                        new Event.Observed(NOON, observation()),
                        new Event.Inflicted(NOON, "zk3 crashed", List.of(PROOF)),
                        new Event.Healed(NOON, "zk3 crashed", List.of()),
                        new Event.Unproved(NOON, "zk3 paused", "no such process"),
                        new Event.Voted(NOON, ZK3, 2, 4, Zxid.of(0x100000008L), 1),
                        new Event.Led(NOON, "ensemble", ZK3, 2),
                        new Event.Queued(NOON, "a", "lock", 17),
                        new Event.Acquired(NOON, "a", "lock"),
                        new Event.Used(NOON, "a", "lock"),
                        new Event.Released(NOON, "a", "lock"),
                        new Event.Gone(NOON, "a", "killed"),
                        new Event.OffsetSeen(NOON, "group billing", "orders-0", 12),
                        new Event.PartitionSeen(
                                NOON, "orders", 0, OptionalInt.of(1), 4, List.of(replica(), unknownReplica()))));
    }

    private static Event.LogEntry keyless() {
        return new Event.LogEntry(0, 13, Optional.empty(), "w");
    }

    private static Event.Replica replica() {
        return new Event.Replica(1, true, OptionalLong.of(13), OptionalLong.of(12));
    }

    private static Event.Replica unknownReplica() {
        return new Event.Replica(2, false, OptionalLong.empty(), OptionalLong.empty());
    }

    private static Observation observation() {
        return new Observation(
                NOON,
                List.of(
                        new ServerSight(ZK3, Condition.RUNNING, Role.LEADER, Optional.of(Zxid.of(0x100000008L))),
                        new ServerSight(NodeId.kafka(1), Condition.PAUSED, Role.SILENT, Optional.empty())));
    }
}
