package quorumbook.repl.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.KRaft;
import quorumbook.repl.engine.Heard;

/** Kafka's own tools against a real broker, in a JVM that stays. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class KafkaToolsIT {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Heard HEARD = new Heard();
    private static LiveCluster live;
    private static KafkaTools kafka;

    private int outBefore;
    private int errBefore;

    @BeforeAll
    static void start() throws Exception {
        live = LiveCluster.of(KRaft.combined(1));
        kafka = KafkaTools.open(LiveCluster.kafkaJars(), HEARD);
        kafka.connect(live.cluster().bootstrapServers());
    }

    @AfterAll
    static void stop() throws IOException {
        kafka.close();
        live.close();
    }

    @BeforeEach
    void listen() {
        outBefore = HEARD.out().length();
        errBefore = HEARD.err().length();
    }

    private String out() {
        return HEARD.out().substring(outBefore);
    }

    private String err() {
        return HEARD.err().substring(errBefore);
    }

    private int run(String line) throws InterruptedException {
        return kafka.run(line);
    }

    private void succeeds(String line) throws InterruptedException {
        assertThat(run(line)).as(line + "\n" + out() + err()).isZero();
        assertThat(out() + err()).as(line).doesNotContain("quorumbook.agent", "exit 0");
    }

    @Test
    void createsAndDescribesTopics() throws Exception {
        succeeds("kafka-topics --create --topic described --partitions 2 --replication-factor 1");
        assertThat(out()).isEqualTo("Created topic described.\n");
        succeeds("kafka-topics.sh --describe --topic described");
        assertThat(out()).contains("PartitionCount: 2");
        assertThat(run("kafka-topics --create --topic described")).isEqualTo(1);
        assertThat(out() + err())
                .contains("Topic 'described' already exists")
                .doesNotContain("quorumbook.agent", "exit 1");
    }

    @Test
    void passesInputToTheProducerAndShowsWhatTheConsumerReads() throws Exception {
        succeeds("kafka-topics --create --topic talk");
        HEARD.types("one", "two 世界");
        HEARD.endsInput();
        succeeds("kafka-console-producer --topic talk");
        succeeds("kafka-console-consumer --topic talk --from-beginning --max-messages 2");
        assertThat(out()).contains("one\n").contains("two 世界\n");
        assertThat(err()).contains("Processed a total of 2 messages");
    }

    @Test
    void stopsAConsumerThatWouldWaitForEver() throws Exception {
        succeeds("kafka-topics --create --topic silent");
        CompletableFuture<Integer> running = CompletableFuture.supplyAsync(() -> {
            try {
                return kafka.run("kafka-console-consumer --topic silent --from-beginning --group waits");
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(Eventually.holds(LONG, KafkaToolsIT::groupIsThere)).isTrue();
        assertThat(kafka.interrupt()).isTrue();
        assertThat(running.get(20, TimeUnit.SECONDS)).isEqualTo(130);
        assertThat(err()).contains("Processed a total of 0 messages");
        succeeds("kafka-topics --list");
    }

    private static boolean groupIsThere() throws Exception {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", live.cluster().bootstrapServers()))) {
            return admin.listGroups().all().get().stream()
                    .anyMatch(group -> group.groupId().equals("waits"));
        }
    }

    @Test
    void endsOneToolAndNothingElse() throws Exception {
        assertThat(run("kafka-topics --nonsense")).isEqualTo(1);
        assertThat(err()).contains("nonsense is not a recognized option").doesNotContain("quorumbook.agent");
        assertThat(run("kafka-topics --help"))
                .as("what Kafka's own script returns")
                .isEqualTo(1);
        listen();
        succeeds("kafka-topics --list");
        assertThat(kafka.interrupt()).isFalse();
    }

    @Test
    void namesTheNearestTool() throws Exception {
        assertThat(run("kafka-topic --list")).isEqualTo(127);
        assertThat(err()).startsWith("kafka-topic is not one of Kafka's tools here. Did you mean kafka-topics");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kafka-configs --describe --entity-type brokers --entity-name 1",
                "kafka-consumer-groups --list",
                "kafka-groups --list",
                "kafka-metadata-quorum describe --status",
                "kafka-get-offsets --topic-partitions .*",
                "kafka-features describe",
                "kafka-transactions list",
                "kafka-cluster cluster-id",
                "kafka-log-dirs --describe",
                "kafka-broker-api-versions",
                "kafka-reassign-partitions --list",
            })
    void runsToolsThatLookOrMove(String line) throws Exception {
        succeeds(line);
        assertThat(out()).isNotBlank();
    }

    @Test
    void electsLeaders() throws Exception {
        succeeds("kafka-topics --create --topic led");
        succeeds("kafka-leader-election --election-type preferred --topic led --partition 0");
        assertThat(out() + err()).contains("led-0");
    }

    @Test
    void measuresProducersAndConsumers() throws Exception {
        succeeds("kafka-topics --create --topic fast");
        succeeds("kafka-producer-perf-test --topic fast --num-records 100 --record-size 10 --throughput -1");
        assertThat(out()).contains("100 records sent");
        succeeds("kafka-consumer-perf-test --topic fast --num-records 100 --timeout 20000");
        assertThat(out()).contains("data.consumed.in.MB");
    }

    @Test
    void deletesRecords(@TempDir Path folder) throws Exception {
        succeeds("kafka-topics --create --topic shrinking");
        succeeds("kafka-producer-perf-test --topic shrinking --num-records 10 --record-size 10 --throughput -1");
        Path offsets = folder.resolve("offsets.json");
        Files.writeString(
                offsets, "{\"version\":1,\"partitions\":[{\"topic\":\"shrinking\",\"partition\":0,\"offset\":4}]}");
        succeeds("kafka-delete-records --offset-json-file '" + offsets + "'");
        assertThat(out()).contains("partition: shrinking-0\tlow_watermark: 4");
    }

    static List<String> everyTool() {
        return KafkaTool.names();
    }

    @ParameterizedTest
    @MethodSource("everyTool")
    void explainsEveryToolThatIsOffered(String tool) throws Exception {
        run(tool + " --help");
        assertThat(out() + err()).containsIgnoringCase(tool.equals("kafka-client-metrics") ? "metrics" : "--help");
    }

    @Test
    void offersOptionsThatTheToolsTake() throws Exception {
        for (String tool : KafkaTool.names()) {
            listen();
            run(tool + " --help");
            for (String word : kafka.options(tool)) {
                if (!word.startsWith("--")) {
                    run(tool + " " + word + " --help");
                }
            }
            String help = out() + err();
            assertThat(kafka.options(tool))
                    .as(tool)
                    .allSatisfy(option -> assertThat(help).contains(option));
        }
    }
}
