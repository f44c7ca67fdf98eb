package quorumbook.labs.kafka;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import quorumbook.labs.Bench;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Outcome;
import quorumbook.labs.workload.KafkaSender;

/**
 * Producers of ours for one round, one with each acks, and for each a topic whose replicas are the learner's: what they lose
 * shows what the fault takes.
 */
final class AcksSenders implements AutoCloseable {
    private static final int RECORDS = 100;
    private static final String PREFIX = "lab-acks-";

    private static final Map<String, Object> SOON =
            Map.of("request.timeout.ms", 1500, "delivery.timeout.ms", 2000, "max.block.ms", 2000);

    /** As long as a follower's request waits in vain, replica.fetch.wait.max.ms. */
    static final Duration LAST_FETCH = Duration.ofMillis(500);

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Bench bench;
    private final String trial;
    private final int round;
    private final Map<String, KafkaSender> byAcks = new LinkedHashMap<>();

    AcksSenders(Bench bench, String trial, int round) {
        this.bench = bench;
        this.trial = trial;
        this.round = round;
    }

    /** The topic of the producer with that acks, in that round of that trial. */
    static String topic(String acks, String trial, int round) {
        return PREFIX + acks + "-" + trial + "-" + round;
    }

    List<String> topics() {
        return Acks.QUESTIONS.values().stream().map(this::topic).toList();
    }

    private String topic(String acks) {
        return topic(acks, trial, round);
    }

    /** Makes their topics, led by the first of these brokers, in place of those of the round before. */
    void layTopics(List<Integer> brokers) throws ExecutionException, InterruptedException {
        Admin admin = bench.admin();
        List<String> old = admin.listTopics().names().get().stream()
                .filter(name -> name.startsWith(PREFIX))
                .toList();
        admin.deleteTopics(old).all().get();
        admin.createTopics(topics().stream()
                        .map(name -> new NewTopic(name, Map.of(0, brokers))
                                .configs(Map.of(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2")))
                        .toList())
                .all()
                .get();
    }

    /**
     * Opens them and has a record of each acknowledged, while nothing is wrong: of who has none nothing can be told later.
     *
     * @throws ClusterException if the brokers do not acknowledge one
     */
    void open() throws InterruptedException {
        String brokers = bench.cluster().bootstrapServers();
        for (String acks : Acks.QUESTIONS.values()) {
            KafkaSender sender = KafkaSender.open("acks=" + acks, brokers, acks, SOON, bench.journal());
            byAcks.put(acks, sender);
            AtomicInteger attempt = new AtomicInteger();
            // On a busy machine the first may take longer than the producer waits.
            if (!Eventually.holds(
                    PATIENCE,
                    () -> sender.send(topic(acks), "k", "first-" + attempt.incrementAndGet())
                                    .get()
                            instanceof Outcome.Ok)) {
                throw new ClusterException("No record with acks=" + acks + " was acknowledged within "
                        + PATIENCE.toSeconds() + " s, while all brokers ran.");
            }
        }
    }

    /**
     * What a follower asked for before it was stopped is answered with this record, and waits for it: so none that comes
     * later goes there. Whoever answers it may be a moment later than who acknowledges the record.
     */
    void answerLastFetches() throws InterruptedException {
        KafkaSender sender = Objects.requireNonNull(byAcks.get("1"));
        Future<?> unused = sender.send(topic("1"), "k", "last fetch");
        sender.flush();
        Eventually.holds(LAST_FETCH, () -> false);
    }

    /** Returns when the fate of every record is known. */
    void send() {
        for (int number = 1; number < RECORDS; number++) {
            String value = Integer.toString(number);
            byAcks.forEach((acks, sender) -> {
                Future<?> unused = sender.send(topic(acks), "k", value);
            });
        }
        byAcks.values().forEach(KafkaSender::flush);
    }

    /** Notes what is in their topics now. */
    void noteLogs() throws ExecutionException, InterruptedException {
        Admin admin = bench.admin();
        for (String topic : topics()) {
            Event.LogSeen log = TopicLook.log(
                    admin,
                    bench.cluster().bootstrapServers(),
                    TopicLook.topic(admin, topic, bench.clock()),
                    bench.clock());
            bench.journal().note(at -> new Event.LogSeen(at, topic, log.entries()));
        }
    }

    @Override
    public void close() {
        byAcks.values().forEach(KafkaSender::close);
    }
}
