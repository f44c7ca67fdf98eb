package quorumbook.labs.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import quorumbook.labs.Bench;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.history.Event;

/** Which brokers run, where the replicas of two topics are, and which of them are in sync. */
final class ReplicaLook {
    static final String DOWN = "brokers-down";
    private static final String MINIMUM = "minimum-of-";
    private static final Duration PROPAGATION = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int UNKNOWN_EPOCH = -1;

    private final Bench bench;

    ReplicaLook(Bench bench) {
        this.bench = bench;
    }

    static String minimumOf(String topic) {
        return MINIMUM + topic;
    }

    /** What the exercise begins with; nobody is asked for topics unless every broker runs. */
    List<Event> see() throws InterruptedException {
        String down = listed(down());
        List<Event> seen = new ArrayList<>();
        seen.add(new Event.Noted(bench.clock().instant(), DOWN, down));
        if (down.isEmpty()) {
            for (String name : List.of("one", "two")) {
                seen.addAll(see(bench.given().value(name)));
            }
        }
        return seen;
    }

    private List<NodeId> down() {
        return IntStream.rangeClosed(1, NMinusOne.BROKERS)
                .mapToObj(NodeId::kafka)
                .filter(broker -> bench.cluster().condition(broker) != Condition.RUNNING)
                .toList();
    }

    private static String listed(List<NodeId> brokers) {
        return brokers.stream().map(NodeId::toString).collect(Collectors.joining(", "));
    }

    /**
     * Which brokers are down at this moment, and which are in sync in each topic. Who is asked may hear later that somebody
     * has left the ISR than the broker that the learner has asked.
     */
    Map<String, String> now() throws InterruptedException {
        Map<String, String> now = new LinkedHashMap<>();
        List<NodeId> down = down();
        now.put(DOWN, listed(down));
        int alive = NMinusOne.BROKERS - down.size();
        for (String name : List.of("one", "two")) {
            String topic = bench.given().value(name);
            Eventually.look(
                            PROPAGATION,
                            () -> inSync(partitions(bench.admin(), topic)),
                            found -> found.split(" ").length == alive)
                    .last()
                    .ifPresent(found -> now.put(inSync(name), found));
        }
        return now;
    }

    /** What a situation calls the brokers that are in sync in the topic that is given by that name. */
    static String inSync(String name) {
        return "in-sync-" + name;
    }

    private static String inSync(List<Event.PartitionSeen> partitions) {
        return partitions.stream()
                .flatMap(partition -> partition.replicas().stream())
                .filter(Event.Replica::inSync)
                .map(replica -> Integer.toString(replica.broker()))
                .sorted()
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private List<Event> see(String topic) throws InterruptedException {
        // The broker that is asked may hear later of a new topic than the one that was told to create it.
        boolean exists = Eventually.holds(
                PROPAGATION, () -> !partitions(bench.admin(), topic).isEmpty());
        // A broker that was started a moment ago still has to catch up.
        List<Event.PartitionSeen> partitions = exists
                ? Eventually.look(
                                PATIENCE,
                                () -> partitions(bench.admin(), topic),
                                found -> !found.isEmpty() && found.stream().allMatch(ReplicaLook::isInSync))
                        .last()
                        .orElse(List.of())
                : List.of();
        List<Event> seen = new ArrayList<>(partitions);
        if (!partitions.isEmpty()) {
            Eventually.look(PATIENCE, () -> minimum(topic), Optional::isPresent)
                    .last()
                    .flatMap(found -> found)
                    .ifPresent(value -> seen.add(new Event.Noted(bench.clock().instant(), minimumOf(topic), value)));
        }
        return seen;
    }

    static boolean isInSync(Event.PartitionSeen partition) {
        return partition.leader().isPresent() && partition.replicas().stream().allMatch(Event.Replica::inSync);
    }

    /** As the brokers describe the topic; none if it does not exist. */
    List<Event.PartitionSeen> partitions(Admin admin, String topic) throws ExecutionException, InterruptedException {
        try {
            TopicDescription described = Objects.requireNonNull(
                    admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic));
            return described.partitions().stream()
                    .map(info -> partition(topic, info))
                    .toList();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return List.of();
            }
            throw e;
        }
    }

    private Event.PartitionSeen partition(String topic, TopicPartitionInfo info) {
        List<Integer> isr = info.isr().stream().map(Node::id).toList();
        OptionalInt leader = info.leader() == null || info.leader().isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(info.leader().id());
        return new Event.PartitionSeen(
                bench.clock().instant(),
                topic,
                info.partition(),
                leader,
                UNKNOWN_EPOCH,
                info.replicas().stream()
                        .map(node -> new Event.Replica(
                                node.id(), isr.contains(node.id()), OptionalLong.empty(), OptionalLong.empty()))
                        .toList());
    }

    private Optional<String> minimum(String topic) throws ExecutionException, InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return Optional.ofNullable(bench.admin()
                        .describeConfigs(List.of(resource))
                        .all()
                        .get()
                        .getOrDefault(resource, new org.apache.kafka.clients.admin.Config(List.of()))
                        .get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG))
                .map(ConfigEntry::value);
    }
}
