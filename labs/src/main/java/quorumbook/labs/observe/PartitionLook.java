package quorumbook.labs.observe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import quorumbook.labs.cluster.Endpoint;

/** Looks at the partitions of every topic that a person has made: leader and ISR by the controller, offsets by each broker. */
public final class PartitionLook {
    private PartitionLook() {}

    /**
     * @param brokers by {@code node.id}, those that may answer
     * @param patience for the brokers together, and for each broker's offsets
     * @throws TimeoutException if the brokers do not describe their topics in time
     */
    public static List<PartitionSight> all(Admin admin, Map<Integer, Endpoint> brokers, Duration patience)
            throws ExecutionException, InterruptedException, TimeoutException {
        Collection<String> names = admin.listTopics().names().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        Map<String, TopicDescription> topics =
                admin.describeTopics(names).allTopicNames().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        Map<Integer, List<TopicPartition>> held = new TreeMap<>();
        topics.forEach((topic, description) -> description
                .partitions()
                .forEach(partition -> partition
                        .replicas()
                        .forEach(replica -> held.computeIfAbsent(replica.id(), broker -> new ArrayList<>())
                                .add(new TopicPartition(topic, partition.partition())))));
        Map<Integer, Map<TopicPartition, ReplicaOffsets>> offsets = new HashMap<>();
        held.forEach((broker, partitions) -> {
            if (brokers.containsKey(broker)) {
                offsets.put(broker, ReplicaOffsets.of(brokers.get(broker), partitions, patience));
            }
        });
        List<PartitionSight> sights = new ArrayList<>();
        new TreeMap<>(topics)
                .forEach((topic, description) ->
                        description.partitions().forEach(partition -> sights.add(sight(topic, partition, offsets))));
        return sights;
    }

    private static PartitionSight sight(
            String topic, TopicPartitionInfo info, Map<Integer, Map<TopicPartition, ReplicaOffsets>> offsets) {
        TopicPartition partition = new TopicPartition(topic, info.partition());
        List<Integer> isr = info.isr().stream().map(Node::id).toList();
        OptionalInt leader = info.leader() == null || info.leader().isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(info.leader().id());
        List<ReplicaSight> replicas = info.replicas().stream()
                .map(node -> {
                    ReplicaOffsets own =
                            offsets.getOrDefault(node.id(), Map.of()).getOrDefault(partition, ReplicaOffsets.UNKNOWN);
                    return new ReplicaSight(node.id(), isr.contains(node.id()), own.logEnd(), own.highWatermark());
                })
                .toList();
        return new PartitionSight(topic, info.partition(), leader, replicas);
    }

    static OptionalLong known(long offset) {
        return offset < 0 ? OptionalLong.empty() : OptionalLong.of(offset);
    }
}
