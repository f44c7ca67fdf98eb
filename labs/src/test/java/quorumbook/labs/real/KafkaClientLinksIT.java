package quorumbook.labs.real;

import static org.assertj.core.api.Assertions.assertThat;
import static quorumbook.labs.fault.Faults.during;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.KRaft;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.fault.ClientLinks;
import quorumbook.labs.fault.Fault;
import quorumbook.labs.fault.RequestKind;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.Invariant;
import quorumbook.labs.history.Journal;
import quorumbook.labs.history.Judgement;
import quorumbook.labs.history.Outcome;
import quorumbook.labs.history.SteadyClock;
import quorumbook.labs.history.invariant.NoAcknowledgedRecordLost;
import quorumbook.labs.history.invariant.NoRecordTwice;
import quorumbook.labs.workload.KafkaSender;

/** Producers and consumers by way of links to a real broker, and what becomes of records when an answer is lost. */
class KafkaClientLinksIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final NodeId BROKER = NodeId.kafka(1);

    private static Servers servers;
    private static Cluster cluster;
    private static ClientLinks links;

    private Journal journal;

    @BeforeAll
    static void launch() throws Exception {
        servers = Servers.of(KRaft.combined(1));
        cluster = servers.cluster();
        links = ClientLinks.to(cluster);
    }

    @AfterAll
    static void end() {
        links.close();
        servers.close();
    }

    @BeforeEach
    void begin() {
        journal = new Journal(new Given(1, Map.of()), SteadyClock.start());
    }

    @Test
    void clientsStayOnTheLinks() throws Exception {
        topic("stays");
        try (KafkaSender sender = sender(Map.of())) {
            assertThat(end(sender, "stays", "a")).isInstanceOf(Outcome.Ok.class);
            // The producer has learned from the broker where the broker is, and still cannot reach it.
            during(new Fault.ClientsCut(links.to(BROKER)), cluster, journal, () -> {
                assertThat(end(sender, "stays", "b")).isInstanceOf(Outcome.Unknown.class);
                return true;
            });
        }
        read("stays");

        assertHolds(new NoAcknowledgedRecordLost("stays", 1));
    }

    @Test
    void aLostReplyLeavesARecordOfWhichTheProducerKnowsNothing() throws Exception {
        topic("once");
        try (KafkaSender sender = sender(Map.of())) {
            end(sender, "once", "a");
            Outcome outcome = during(lostReply(), cluster, journal, () -> end(sender, "once", "b"));
            assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
        }

        assertThat(read("once")).containsExactly("a", "b");
        assertHolds(new NoRecordTwice("once", 1));
    }

    @Test
    void aProducerThatTriesAgainWithoutIdempotenceWritesTwice() throws Exception {
        topic("twice");
        try (KafkaSender sender = sender(Map.of("retries", 5))) {
            end(sender, "twice", "a");
            during(lostReply(), cluster, journal, () -> end(sender, "twice", "b"));
        }

        assertThat(read("twice")).containsExactly("a", "b", "b");
        assertThat(new NoRecordTwice("twice", 1).judge(journal.history())).isInstanceOf(Judgement.Broken.class);
    }

    @Test
    void anIdempotentProducerThatTriesAgainWritesOnce() throws Exception {
        topic("idempotent");
        try (KafkaSender sender = sender(Map.of("retries", 5, "enable.idempotence", true))) {
            end(sender, "idempotent", "a");
            assertThat(during(lostReply(), cluster, journal, () -> end(sender, "idempotent", "b")))
                    .isInstanceOf(Outcome.Ok.class);
        }

        assertThat(read("idempotent")).containsExactly("a", "b");
    }

    private static Fault lostReply() {
        return new Fault.LostReply(links.to(BROKER), RequestKind.PRODUCE);
    }

    private KafkaSender sender(Map<String, Object> settings) {
        return KafkaSender.open("producer", links.bootstrapServers(), "all", settings, journal);
    }

    private static Outcome end(KafkaSender sender, String topic, String value) throws Exception {
        return sender.send(topic, "k", value).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private static void topic(String name) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", links.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1)))
                    .all()
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** All values of the topic, read through the links; noted as the moment's look. */
    private List<String> read(String topic) {
        TopicPartition partition = new TopicPartition(topic, 0);
        List<Event.LogEntry> entries = new ArrayList<>();
        Map<String, Object> settings = Map.of("bootstrap.servers", links.bootstrapServers());
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (consumer.position(partition) < end && System.nanoTime() < deadline) {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(100))) {
                    entries.add(
                            new Event.LogEntry(0, record.offset(), Optional.ofNullable(record.key()), record.value()));
                }
            }
        }
        journal.note(at -> new Event.LogSeen(at, topic, entries));
        return entries.stream().map(Event.LogEntry::value).toList();
    }

    private void assertHolds(Invariant invariant) {
        assertThat(invariant.judge(journal.history())).isInstanceOf(Judgement.Holds.class);
    }
}
