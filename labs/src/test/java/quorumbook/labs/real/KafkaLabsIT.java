package quorumbook.labs.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import quorumbook.labs.Attempt;
import quorumbook.labs.Report;
import quorumbook.labs.Verdict;
import quorumbook.labs.Verdict.Outcome;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.KRaft;
import quorumbook.labs.history.Given;
import quorumbook.labs.kafka.TopicsAndOrder;
import quorumbook.labs.observe.ClusterWatch;
import quorumbook.labs.observe.Role;
import quorumbook.labs.observe.ServerSight;
import quorumbook.labs.reset.Cleanness;
import quorumbook.labs.reset.Reset;

/** The Kafka exercise on three real brokers, played with clients of the learner's; between two tests they are reset. */
class KafkaLabsIT {
    private static Servers servers;
    private static Admin admin;

    private final Random seeds = new Random();
    private Optional<Attempt> open = Optional.empty();

    @BeforeAll
    static void launch() throws Exception {
        servers = Servers.of(KRaft.combined(3));
        admin = Admin.create(Map.of("bootstrap.servers", servers.cluster().bootstrapServers()));
    }

    @AfterAll
    static void end() {
        admin.close();
        servers.close();
    }

    private Attempt begin() throws Exception {
        Attempt attempt = Attempt.begin(new TopicsAndOrder(), servers.cluster(), seeds.nextLong());
        open = Optional.of(attempt);
        return attempt;
    }

    @AfterEach
    void resetIsClean() throws Exception {
        Cleanness cleanness = Reset.clean(open.orElseThrow().bench());
        open.orElseThrow().close();
        assertThat(cleanness).isInstanceOf(Cleanness.Clean.class);
    }

    @RepeatedTest(5)
    void theWholeExperimentPasses() throws Exception {
        Attempt attempt = begin();
        Given given = attempt.given();
        attempt.predict("partitions-before", partitions(given));
        createTopic(given, given.number("partitions"), (short) 3);
        send(given, 1, given.number("partitions"));
        attempt.predict("moving-keys", moving(given, true));
        grow(given);
        send(given, 4, given.number("more"));
        attempt.predict("order-within", "partition");
        attempt.predict("still-in-order", moving(given, false));

        Report report = attempt.check();
        assertThat(failed(report)).isEmpty();
        assertThat(report.outcome()).isEqualTo(Outcome.PASS);
    }

    @Test
    void theUntouchedLabFails() throws Exception {
        assertThat(begin().check().outcome()).isEqualTo(Outcome.FAIL);
    }

    @Test
    void aTopicThatTheBrokerCreatedByItselfIsRefused() throws Exception {
        Attempt attempt = begin();
        attempt.predict("partitions-before", partitions(attempt.given()));
        send(attempt.given(), 1, 1);

        assertThat(failed(attempt.check())).contains("topic-has-its-shape");
    }

    @Test
    void aTopicWithAllPartitionsAtOnceIsRefused() throws Exception {
        Attempt attempt = begin();
        Given given = attempt.given();
        attempt.predict("partitions-before", partitions(given));
        createTopic(given, given.number("more"), (short) 3);
        send(given, 1, given.number("more"));
        attempt.predict("moving-keys", moving(given, true));
        send(given, 4, given.number("more"));

        assertThat(failed(attempt.check())).contains("partitions-were-added-later");
    }

    @Test
    void theWatchSeesThreeBrokersAndOneActiveController() throws Exception {
        begin();
        try (ClusterWatch watch = ClusterWatch.over(servers.cluster())) {
            Eventually.Sight<List<Role>> roles = Eventually.look(
                    Duration.ofSeconds(10),
                    () -> watch.latest().servers().stream()
                            .map(ServerSight::role)
                            .sorted()
                            .toList(),
                    List.of(Role.BROKER, Role.BROKER, Role.ACTIVE_CONTROLLER)::equals);

            assertThat(roles.last()).contains(List.of(Role.BROKER, Role.BROKER, Role.ACTIVE_CONTROLLER));
        }
    }

    private static String partitions(Given given) {
        return keys(given).stream()
                .map(key -> key + "=" + partition(key, given.number("partitions")))
                .collect(Collectors.joining(" "));
    }

    private static String moving(Given given, boolean moved) {
        return keys(given).stream()
                .filter(key ->
                        moved == (partition(key, given.number("partitions")) != partition(key, given.number("more"))))
                .collect(Collectors.joining(" "));
    }

    private static int partition(String key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(java.nio.charset.StandardCharsets.UTF_8))) % partitions;
    }

    private static List<String> keys(Given given) {
        return List.of(given.value("ana"), given.value("ben"), given.value("cleo"));
    }

    private static void createTopic(Given given, int partitions, short replicas) throws Exception {
        admin.createTopics(List.of(new NewTopic(given.value("topic"), partitions, replicas)))
                .all()
                .get();
    }

    private static void grow(Given given) throws Exception {
        admin.createPartitions(Map.of(given.value("topic"), NewPartitions.increaseTo(given.number("more"))))
                .all()
                .get();
    }

    private static void send(Given given, int from, int known) {
        try (KafkaProducer<String, String> producer = producer(given, known)) {
            for (int value = from; value < from + 3; value++) {
                for (String key : keys(given)) {
                    Future<RecordMetadata> unused =
                            producer.send(new ProducerRecord<>(given.value("topic"), key, Integer.toString(value)));
                }
            }
        }
    }

    /** A new producer may ask a broker that has not heard of new partitions yet, and then believes it for minutes. */
    private static KafkaProducer<String, String> producer(Given given, int known) {
        while (true) {
            KafkaProducer<String, String> producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", servers.cluster().bootstrapServers()),
                    new StringSerializer(),
                    new StringSerializer());
            if (producer.partitionsFor(given.value("topic")).size() >= known) {
                return producer;
            }
            producer.close();
        }
    }

    private static List<String> failed(Report report) {
        return report.judged().stream()
                .filter(judged -> judged.verdict() instanceof Verdict.Fail)
                .map(judged -> judged.check().id())
                .toList();
    }
}
