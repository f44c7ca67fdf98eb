package quorumbook.labs.zookeeper;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import quorumbook.labs.Bench;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.NodeSpec;
import quorumbook.labs.history.Event;
import quorumbook.labs.observe.ElectionLog;
import quorumbook.labs.observe.Observation;
import quorumbook.labs.observe.Role;
import quorumbook.labs.observe.ServerSight;
import quorumbook.labs.observe.Settling;

/**
 * Looks at an ensemble once it has settled: who serves, how each server voted since it was started, in which epoch it was
 * last. All of it comes from the servers themselves, so that nothing depends on how quick we looked.
 */
final class EnsembleLook {
    static final String SETTLED = "settled";
    private static final String EPOCH = "epoch of ";
    private static final String JOINED = "epoch joined by ";
    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final Duration BETWEEN_LOGS = Duration.ofMillis(200);
    private static final int WHOLE_LOG = 20_000;

    private EnsembleLook() {}

    /** The name under which the last epoch of a server is noted, as it stands on its disk. */
    static String epochOf(NodeId server) {
        return EPOCH + server;
    }

    /** The name under which the epochs are noted with whose leader a server had caught up. */
    static String joinedBy(NodeId server) {
        return JOINED + server;
    }

    /** What each server does, in a word under its name, and whether they had settled. */
    static Map<String, String> situation(Bench bench) throws InterruptedException {
        Rest rest = rest(bench);
        Map<String, String> situation = new LinkedHashMap<>();
        rest.seen().servers().forEach(server -> situation.put(server.node().toString(), word(server)));
        situation.put(SETTLED, Boolean.toString(rest.reached()));
        return situation;
    }

    /** The servers after a wait, and whether they had come to rest. */
    private record Rest(Observation seen, boolean reached) {}

    /** A server answers a moment before it votes for the first time; only then it takes part. */
    private static Rest rest(Bench bench) throws InterruptedException {
        Eventually.Sight<Observation> sight = Settling.await(bench.cluster(), PATIENCE);
        List<NodeSpec> looking = bench.cluster().spec().nodes().stream()
                .filter(node ->
                        sight.value().of(node.id()).filter(EnsembleLook::looks).isPresent())
                .toList();
        boolean voted = Eventually.look(
                        PATIENCE,
                        BETWEEN_LOGS,
                        () -> looking.stream().allMatch(node -> hasVoted(bench, node)),
                        Boolean::booleanValue)
                .satisfied();
        return new Rest(sight.value(), sight.satisfied() && voted);
    }

    private static boolean looks(ServerSight server) {
        return server.role() == Role.LOOKING;
    }

    private static boolean hasVoted(Bench bench, NodeSpec server) {
        return !log(bench, server).ballots().isEmpty();
    }

    /** {@code leader}, {@code follower}, {@code looking}, {@code down}, {@code paused}… */
    static String word(ServerSight server) {
        boolean asLeft = server.condition() == Condition.RUNNING || server.role() == Role.DOWN;
        return (asLeft ? server.role().name() : server.condition().name()).toLowerCase(Locale.ROOT);
    }

    static List<Event> see(Bench bench) throws InterruptedException {
        Rest rest = rest(bench);
        List<Event> seen = new ArrayList<>();
        seen.add(new Event.Observed(bench.clock().instant(), rest.seen()));
        seen.add(new Event.Noted(bench.clock().instant(), SETTLED, Boolean.toString(rest.reached())));
        for (NodeSpec server : bench.cluster().spec().nodes()) {
            seen.addAll(elections(bench, server));
            epoch(bench.cluster(), server.id())
                    .ifPresent(
                            epoch -> seen.add(new Event.Noted(bench.clock().instant(), epochOf(server.id()), epoch)));
        }
        return seen;
    }

    /** In the order of their moments, which is that of one server log. */
    private static List<Event> elections(Bench bench, NodeSpec server) {
        ElectionLog log = log(bench, server);
        List<Event> events = new ArrayList<>();
        log.ballots()
                .forEach(ballot -> events.add(new Event.Voted(
                        ballot.at(), server.id(), ballot.round(), ballot.leader(), ballot.zxid(), ballot.epoch())));
        log.reigns().forEach(reign -> events.add(led(server, reign)));
        log.joinings()
                .forEach(joining -> events.add(
                        new Event.Noted(joining.at(), joinedBy(server.id()), Long.toString(joining.epoch()))));
        events.sort(Comparator.comparing(Event::at));
        return events;
    }

    /** Who led before its process was last started. */
    static List<Event> earlierReigns(Bench bench) {
        List<Event> reigns = new ArrayList<>();
        for (NodeSpec server : bench.cluster().spec().nodes()) {
            log(bench, server).earlierReigns().forEach(reign -> reigns.add(led(server, reign)));
        }
        return reigns;
    }

    private static Event led(NodeSpec server, ElectionLog.Reign reign) {
        return new Event.Led(reign.at(), "ensemble", server.id(), reign.epoch());
    }

    private static ElectionLog log(Bench bench, NodeSpec server) {
        List<String> lines = bench.cluster().serverLog(server.id(), WHOLE_LOG);
        return ElectionLog.of(server.serverId(), lines, bench.clock().instant());
    }

    private static Optional<String> epoch(Cluster cluster, NodeId server) {
        return cluster.dataFile(server, "version-2/currentEpoch")
                .map(content -> new String(content, US_ASCII).strip())
                .filter(text -> !text.isEmpty());
    }
}
