package quorumbook.labs.observe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.NodeSpec;

/**
 * Whether the nodes that run have come to rest: with a majority one leads and the others follow; without one nobody serves.
 * Nodes that are paused, isolated or down are left out: nothing is to be expected of them.
 */
public final class Settling {
    private Settling() {}

    /** Whether nothing is under way in a cluster of that shape. */
    public static boolean isOver(ClusterSpec spec, Observation seen) {
        return isOver(spec, running(seen, NodeId.Kind.ZK)) && brokersServe(seen);
    }

    private static boolean isOver(ClusterSpec spec, List<ServerSight> servers) {
        long voters = spec.nodes().stream()
                .filter(node -> node.id().kind() == NodeId.Kind.ZK && node.duty() == NodeSpec.Duty.VOTER)
                .count();
        long voting = servers.stream()
                .filter(sight -> spec.node(sight.node()).duty() == NodeSpec.Duty.VOTER)
                .count();
        if (voting <= voters / 2) {
            return servers.stream().allMatch(sight -> sight.role() == Role.LOOKING);
        }
        long heads = count(servers, Role.LEADER) + count(servers, Role.STANDALONE);
        return heads == 1 && heads + count(servers, Role.FOLLOWER) + count(servers, Role.OBSERVER) == servers.size();
    }

    private static boolean brokersServe(Observation seen) {
        List<ServerSight> nodes = seen.servers().stream()
                .filter(sight -> sight.node().kind() != NodeId.Kind.ZK && sight.condition() == Condition.RUNNING)
                .toList();
        return count(nodes, Role.SILENT) == 0 && (nodes.isEmpty() || count(nodes, Role.ACTIVE_CONTROLLER) == 1);
    }

    private static List<ServerSight> running(Observation seen, NodeId.Kind kind) {
        return seen.servers().stream()
                .filter(sight -> sight.node().kind() == kind && sight.condition() == Condition.RUNNING)
                .toList();
    }

    private static long count(List<ServerSight> servers, Role role) {
        return servers.stream().filter(sight -> sight.role() == role).count();
    }

    /** Watches a cluster until it has settled or the patience is over; returns the last observation either way. */
    public static Eventually.Sight<Observation> await(Cluster cluster, Duration patience) throws InterruptedException {
        try (ClusterWatch watch = ClusterWatch.over(cluster)) {
            Runnable unused = watch.hurry();
            return Eventually.look(patience, watch::latest, seen -> isOver(cluster.spec(), seen));
        }
    }

    /** Whether every follower has the transaction that the leader had when it was last asked. */
    public static boolean haveCaughtUp(Observation leaderAsked, Observation seen) {
        Optional<Zxid> goal = leaderAsked.servers().stream()
                .filter(sight -> sight.role() == Role.LEADER)
                .findFirst()
                .flatMap(ServerSight::lastZxid)
                // A leader without a transaction of its own has none that a follower could lack.
                .filter(zxid -> zxid.counter() != 0);
        return goal.isEmpty()
                || seen.servers().stream()
                        .filter(sight -> sight.role() == Role.FOLLOWER || sight.role() == Role.OBSERVER)
                        .allMatch(sight -> sight.lastZxid()
                                .filter(zxid -> zxid.compareTo(goal.get()) >= 0)
                                .isPresent());
    }
}
