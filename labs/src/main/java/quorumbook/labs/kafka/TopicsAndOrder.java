package quorumbook.labs.kafka;

import static quorumbook.labs.Check.check;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.utils.Utils;
import quorumbook.labs.Bench;
import quorumbook.labs.Check;
import quorumbook.labs.Lab;
import quorumbook.labs.LabId;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.KRaft;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;

/**
 * The key chooses the partition, and order exists within a partition only: keys are foretold their partition, then
 * partitions are added, and some keys are found elsewhere. The drawn keys are such that at least one moves, one stays and
 * two lie apart, so that no answer is right by chance of the draw.
 */
public final class TopicsAndOrder implements Lab {
    static final String PARTITIONS_BEFORE = "partitions-before";
    static final String MOVING_KEYS = "moving-keys";
    static final String ORDER_WITHIN = "order-within";
    static final String STILL_IN_ORDER = "still-in-order";
    static final int REPLICAS = 3;
    static final List<String> KEYS = List.of("ana", "ben", "cleo");

    /** How long brokers may take to hear of a topic that the controller knows already. */
    private static final Duration PROPAGATION = Duration.ofMillis(600);

    @Override
    public LabId id() {
        return LabId.of("kafka/topics-and-order");
    }

    @Override
    public ClusterSpec cluster() {
        return KRaft.combined(3);
    }

    @Override
    public Given given(long seed) {
        Given.Drawing drawing = Given.from(seed).word("topic", "orders-").number("partitions", 3, 5);
        do {
            drawing.number("more", 6, 8);
            KEYS.forEach(key -> drawing.word(key, key + "-"));
        } while (!isTelling(drawing.soFar()));
        return drawing.done();
    }

    private static boolean isTelling(Given given) {
        long moving = KEYS.stream()
                .map(given::value)
                .filter(key -> partition(key, given.number("partitions")) != partition(key, given.number("more")))
                .count();
        long apart = KEYS.stream()
                .map(given::value)
                .map(key -> partition(key, given.number("partitions")))
                .distinct()
                .count();
        return moving > 0 && moving < KEYS.size() && apart > 1;
    }

    /** Where the default partitioner puts a key: KafkaProducer documents murmur2 of the key's bytes, modulo the partitions. */
    static int partition(String key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    @Override
    public Map<String, String> questions() {
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put(PARTITIONS_BEFORE, "Which partition does each key choose?");
        questions.put(MOVING_KEYS, "Which keys choose another partition once there are more of them?");
        questions.put(ORDER_WITHIN, "Within what does Kafka keep the order: topic, key or partition?");
        questions.put(STILL_IN_ORDER, "Whose events, old and new, are still kept in order?");
        return questions;
    }

    /** Which topic bears the name now, how many partitions it has, and where each of them ends. */
    @Override
    public Map<String, String> situation(Bench bench, String question) throws ExecutionException, InterruptedException {
        Event.TopicSeen topic = TopicLook.topic(bench.admin(), bench.given().value("topic"), bench.clock());
        Map<String, String> situation = new LinkedHashMap<>();
        situation.put(Moment.TOPIC_ID, topic.id());
        situation.put(Moment.PARTITIONS, Integer.toString(topic.partitions().size()));
        TopicLook.ends(bench.admin(), topic)
                .forEach((partition, end) -> situation.put(Moment.END + partition.partition(), end.toString()));
        return situation;
    }

    @Override
    public History trial(Bench bench) throws ExecutionException, InterruptedException {
        String name = bench.given().value("topic");
        int partitions = bench.given().number("more");
        Event.TopicSeen topic = Eventually.look(
                        PROPAGATION,
                        () -> TopicLook.topic(bench.admin(), name, bench.clock()),
                        seen -> seen.partitions().size() == partitions)
                .last()
                .orElseGet(() -> new Event.TopicSeen(bench.clock().instant(), name, "", List.of()));
        Event.LogSeen log = TopicLook.log(bench.admin(), bench.cluster().bootstrapServers(), topic, bench.clock());
        return bench.historyWith(List.of(topic, log));
    }

    @Override
    public List<Check> checks() {
        return List.of(
                check(
                        "topic-has-its-shape",
                        "the topic has all its partitions, three replicas each",
                        TopicJudge::hasItsShape),
                check(
                        "every-event-has-a-key",
                        "every event has a key, and each key has events",
                        TopicJudge::everyEventHasAKey),
                check("partitions-were-foretold", "you foretold the partition of each key", TopicJudge::wereForetold)
                        .after("every-event-has-a-key"),
                check(
                                "partitions-were-added-later",
                                "partitions were added to the topic after it had events",
                                TopicJudge::wereAddedLater)
                        .after("topic-has-its-shape"),
                check("events-count-up", "each key's events count up within each partition", OrderJudge::eventsCountUp)
                        .after("partitions-were-added-later"),
                check(
                                "moves-were-foretold",
                                "you foretold which keys choose another partition",
                                OrderJudge::movesWereForetold)
                        .after("partitions-were-added-later"),
                check(
                        "order-is-per-partition",
                        "you know within what Kafka keeps the order",
                        OrderJudge::orderIsPerPartition),
                check(
                                "moved-keys-lost-their-order",
                                "you know whose events are still in order",
                                OrderJudge::movedKeysLostOrder)
                        .after("moves-were-foretold"));
    }
}
