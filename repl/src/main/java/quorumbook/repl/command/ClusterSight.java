package quorumbook.repl.command;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import quorumbook.labs.Attempt;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.Endpoint;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.NodeSpec;
import quorumbook.labs.history.Event;
import quorumbook.labs.observe.Observation;
import quorumbook.labs.observe.PartitionLook;
import quorumbook.labs.observe.PartitionSight;
import quorumbook.labs.observe.Role;
import quorumbook.labs.observe.ServerSight;
import quorumbook.labs.observe.SessionSight;

/**
 * All that {@code /cluster} shows, at one moment.
 *
 * @param epochs the epoch that stands on each ZooKeeper server's disk
 * @param learners the sessions of the learner's
 * @param ours the session of our own client, if it has one
 * @param trouble why there is nothing of the topics, if so; a sentence
 * @param nodes what each {@code node.id} of Kafka's is called here
 */
record ClusterSight(
        Observation observation,
        Map<NodeId, Endpoint> addresses,
        Map<NodeId, String> epochs,
        List<SessionSight> sessions,
        Set<Long> learners,
        OptionalLong ours,
        List<PartitionSight> partitions,
        Optional<String> trouble,
        Map<Integer, NodeId> nodes) {
    private static final Duration PATIENCE = Duration.ofMillis(700);
    private static final Duration KAFKAS_PATIENCE = Duration.ofSeconds(2);

    /** Asks each server once. */
    static ClusterSight of(Attempt attempt, Observation observation) throws InterruptedException {
        Cluster cluster = attempt.cluster();
        Map<NodeId, Endpoint> addresses = new TreeMap<>();
        Map<NodeId, String> epochs = new HashMap<>();
        Map<Integer, NodeId> nodes = new HashMap<>();
        for (NodeSpec node : cluster.spec().nodes()) {
            addresses.put(node.id(), cluster.client(node.id()));
            if (node.id().kind() == NodeId.Kind.ZK) {
                epoch(cluster, node.id()).ifPresent(epoch -> epochs.put(node.id(), epoch));
            } else {
                nodes.put(node.serverId(), node.id());
            }
        }
        Map<NodeId, Endpoint> servers = new HashMap<>(addresses);
        servers.keySet().retainAll(answering(observation, NodeId.Kind.ZK));
        Set<Long> learners = attempt.history().all(Event.SessionOpened.class).stream()
                .map(Event.SessionOpened::session)
                .collect(Collectors.toSet());
        Topics topics = topics(attempt, observation, addresses, nodes);
        return new ClusterSight(
                observation,
                addresses,
                epochs,
                SessionSight.all(servers, PATIENCE),
                learners,
                attempt.bench().session(),
                topics.partitions(),
                topics.trouble(),
                nodes);
    }

    /** What could be found out about topics. */
    private record Topics(List<PartitionSight> partitions, Optional<String> trouble) {}

    private static Topics topics(
            Attempt attempt, Observation observation, Map<NodeId, Endpoint> addresses, Map<Integer, NodeId> nodes)
            throws InterruptedException {
        Set<NodeId> answering = answering(observation, NodeId.Kind.KAFKA);
        if (answering.isEmpty()) {
            return new Topics(List.of(), Optional.empty());
        }
        Map<Integer, Endpoint> brokers = new HashMap<>();
        nodes.forEach((number, node) -> {
            if (answering.contains(node)) {
                brokers.put(number, addresses.get(node));
            }
        });
        try {
            return new Topics(PartitionLook.all(attempt.bench().admin(), brokers, KAFKAS_PATIENCE), Optional.empty());
        } catch (ExecutionException | TimeoutException e) {
            String why = e instanceof TimeoutException
                    ? "not within " + KAFKAS_PATIENCE.toSeconds() + " s"
                    : "" + e.getCause();
            return new Topics(List.of(), Optional.of("The brokers did not describe their topics: " + why + "."));
        }
    }

    private static Set<NodeId> answering(Observation observation, NodeId.Kind kind) {
        return observation.servers().stream()
                .filter(sight -> sight.node().kind() == kind && sight.condition() != Condition.PAUSED)
                .filter(sight -> sight.role() != Role.DOWN && sight.role() != Role.SILENT)
                .map(ServerSight::node)
                .collect(Collectors.toSet());
    }

    private static Optional<String> epoch(Cluster cluster, NodeId server) {
        return cluster.dataFile(server, "version-2/currentEpoch")
                .map(content -> new String(content, java.nio.charset.StandardCharsets.US_ASCII).strip())
                .filter(text -> !text.isEmpty());
    }
}
