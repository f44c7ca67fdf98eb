package quorumbook.labs.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;
import quorumbook.labs.Bench;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.ClusterException;

/** Who leads the partitions of some topics and who follows, as the brokers describe it; waits until that is as wanted. */
record Leadership(Bench bench) {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** The brokers that have the only partition of the topic, its leader first. */
    List<Integer> leaderFirst(String topic) throws ExecutionException, InterruptedException {
        TopicPartitionInfo partition = partitions(List.of(topic)).get(0);
        List<Integer> brokers =
                new ArrayList<>(partition.replicas().stream().map(Node::id).toList());
        brokers.remove((Integer) partition.leader().id());
        brokers.add(0, partition.leader().id());
        return brokers;
    }

    /** @throws ClusterException if they are not within 40 s */
    void awaitInSync(List<String> topics) throws InterruptedException {
        await(
                topics,
                partition -> partition.isr().size() == partition.replicas().size(),
                "Not all replicas of " + topics + " were in sync within " + PATIENCE.toSeconds()
                        + " s. /cluster shows which brokers run.");
    }

    /** @throws ClusterException if nobody is elected within 40 s */
    void awaitLeaderOtherThan(int dead, List<String> topics) throws InterruptedException {
        await(
                topics,
                partition -> partition.leader().id() != dead,
                "No follower was elected within " + PATIENCE.toSeconds() + " s after kafka" + dead
                        + " had been killed.");
    }

    private void await(List<String> topics, Predicate<TopicPartitionInfo> wanted, String otherwise)
            throws InterruptedException {
        if (!Eventually.holds(
                PATIENCE,
                () -> partitions(topics).stream()
                        .allMatch(partition -> hasLeader(partition) && wanted.test(partition)))) {
            throw new ClusterException(otherwise);
        }
    }

    private static boolean hasLeader(TopicPartitionInfo partition) {
        return partition.leader() != null && !partition.leader().isEmpty();
    }

    private List<TopicPartitionInfo> partitions(List<String> topics) throws ExecutionException, InterruptedException {
        return bench.admin().describeTopics(topics).allTopicNames().get().values().stream()
                .map(TopicDescription::partitions)
                .flatMap(List::stream)
                .toList();
    }
}
