package quorumbook.labs.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.history.Event;

/** Reads a topic through clients of ours: what the brokers say of it, and all that is in its partitions. */
final class TopicLook {
    /** More than an exercise asks for, and little enough to be read in a second. */
    static final int MOST_ENTRIES = 10_000;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private TopicLook() {}

    static Event.TopicSeen topic(Admin admin, String topic, Clock clock)
            throws ExecutionException, InterruptedException {
        try {
            TopicDescription described = Objects.requireNonNull(
                    admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic));
            List<Event.Partition> partitions = described.partitions().stream()
                    .map(info -> new Event.Partition(
                            info.partition(), info.replicas().size()))
                    .toList();
            return new Event.TopicSeen(
                    clock.instant(), topic, described.topicId().toString(), partitions);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return new Event.TopicSeen(clock.instant(), topic, "", List.of());
            }
            throw e;
        }
    }

    /** The offset after the last entry of each partition. */
    static Map<TopicPartition, Long> ends(Admin admin, Event.TopicSeen topic)
            throws ExecutionException, InterruptedException {
        return offsets(admin, topic, OffsetSpec.latest());
    }

    private static Map<TopicPartition, Long> offsets(Admin admin, Event.TopicSeen topic, OffsetSpec which)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> question = new HashMap<>();
        topic.partitions()
                .forEach(partition -> question.put(new TopicPartition(topic.topic(), partition.number()), which));
        return admin.listOffsets(question).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    /** @throws ClusterException if there is too much to read, or the brokers do not hand it out in time */
    static Event.LogSeen log(Admin admin, String bootstrapServers, Event.TopicSeen topic, Clock clock)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> begins = offsets(admin, topic, OffsetSpec.earliest());
        Map<TopicPartition, Long> ends = ends(admin, topic);
        Map<TopicPartition, Long> filled = new HashMap<>(begins);
        filled.entrySet().removeIf(begin -> end(ends, begin.getKey()) <= begin.getValue());
        long count = filled.entrySet().stream()
                .mapToLong(begin -> end(ends, begin.getKey()) - begin.getValue())
                .sum();
        if (count > MOST_ENTRIES) {
            throw new ClusterException("Topic " + topic.topic() + " has " + count + " entries, and we read "
                    + MOST_ENTRIES + " at most. Delete it (kafka-topics --delete) or /reset, and begin again.");
        }
        List<Event.LogEntry> entries = filled.isEmpty() ? List.of() : read(bootstrapServers, filled, ends);
        return new Event.LogSeen(clock.instant(), topic.topic(), entries);
    }

    private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
        return Objects.requireNonNull(ends.get(partition));
    }

    /** What lies between those offsets. */
    static List<Event.LogEntry> logFrom(
            Map<TopicPartition, Long> begins, String bootstrapServers, Map<TopicPartition, Long> ends)
            throws InterruptedException {
        Map<TopicPartition, Long> filled = new HashMap<>(begins);
        filled.entrySet().removeIf(begin -> ends.getOrDefault(begin.getKey(), 0L) <= begin.getValue());
        return filled.isEmpty() ? List.of() : read(bootstrapServers, filled, ends);
    }

    private static List<Event.LogEntry> read(
            String bootstrapServers, Map<TopicPartition, Long> begins, Map<TopicPartition, Long> ends)
            throws InterruptedException {
        List<Event.LogEntry> entries = new ArrayList<>();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        KafkaConsumer<byte[], byte[]> consumer = consumer(bootstrapServers);
        try {
            consumer.assign(begins.keySet());
            begins.forEach(consumer::seek);
            while (begins.keySet().stream().anyMatch(each -> consumer.position(each) < end(ends, each))) {
                if (System.nanoTime() > deadline) {
                    throw new ClusterException("The brokers did not hand out the topic within " + PATIENCE.toSeconds()
                            + " s. Look at /cluster: do all run?");
                }
                consumer.poll(Duration.ofMillis(200)).forEach(found -> entries.add(entry(found)));
            }
        } catch (org.apache.kafka.common.errors.InterruptException e) {
            throw new InterruptedException("interrupted while reading a topic");
        } finally {
            // Without a group there is nothing to leave, and nothing to wait for.
            consumer.close(CloseOptions.timeout(Duration.ZERO));
        }
        entries.sort(Comparator.comparingInt(Event.LogEntry::partition).thenComparingLong(Event.LogEntry::offset));
        return entries;
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "client.id",
                "quorumbook-look",
                "enable.auto.commit",
                false,
                "allow.auto.create.topics",
                false,
                "auto.offset.reset",
                "earliest",
                "enable.metrics.push",
                false,
                "fetch.max.wait.ms",
                50,
                "default.api.timeout.ms",
                (int) PATIENCE.toMillis());
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static Event.LogEntry entry(ConsumerRecord<byte[], byte[]> found) {
        Optional<String> key = Optional.ofNullable(found.key()).map(TopicLook::text);
        return new Event.LogEntry(
                found.partition(),
                found.offset(),
                key,
                Optional.ofNullable(found.value()).map(TopicLook::text).orElse(""));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
