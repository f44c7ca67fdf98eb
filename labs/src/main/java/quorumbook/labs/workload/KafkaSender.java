package quorumbook.labs.workload;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import quorumbook.labs.history.Outcome;
import quorumbook.labs.history.Position;
import quorumbook.labs.history.Recorder;
import quorumbook.labs.history.Request;

/** A producer whose every record is noted with its outcome. Unless told otherwise it tries each but once, so that a refusal is one. */
public final class KafkaSender implements AutoCloseable {
    private static final Map<String, Object> DEFAULTS = Map.of(
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            false,
            ProducerConfig.RETRIES_CONFIG,
            0,
            ProducerConfig.LINGER_MS_CONFIG,
            0,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
            4_000,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            6_000,
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            6_000,
            "enable.metrics.push",
            false);
    private static final int NOT_TOLD = -1;

    private final String name;
    private final String acks;
    private final boolean triesOnce;
    private final KafkaProducer<String, String> producer;
    private final Recorder recorder;

    private KafkaSender(
            String name, String acks, boolean triesOnce, KafkaProducer<String, String> producer, Recorder recorder) {
        this.name = name;
        this.acks = acks;
        this.triesOnce = triesOnce;
        this.producer = producer;
        this.recorder = recorder;
    }

    /**
     * Opens a producer.
     *
     * @param name as events call it
     * @param acks {@code 0}, {@code 1} or {@code all}
     * @param settings what is to differ from its settings here, such as {@code retries}
     */
    public static KafkaSender open(
            String name, String bootstrapServers, String acks, Map<String, Object> settings, Recorder recorder) {
        Map<String, Object> all = new HashMap<>(DEFAULTS);
        all.putAll(settings);
        all.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        all.put(ProducerConfig.ACKS_CONFIG, acks);
        boolean triesOnce = Integer.valueOf(0).equals(all.get(ProducerConfig.RETRIES_CONFIG));
        return new KafkaSender(
                name,
                acks,
                triesOnce,
                new KafkaProducer<>(all, new StringSerializer(), new StringSerializer()),
                recorder);
    }

    /** Hands the record to the producer; what it returns is complete once the end is noted. */
    public CompletableFuture<Outcome> send(String topic, String key, String value) {
        CompletableFuture<Outcome> end = new CompletableFuture<>();
        long operation = recorder.invoke(name, Request.send(topic, key, value, acks));
        try {
            Future<RecordMetadata> unused = producer.send(
                    new ProducerRecord<>(topic, key, value),
                    (metadata, failure) -> end(operation, outcome(metadata, failure), end));
        } catch (KafkaException | IllegalStateException e) {
            end(operation, new Outcome.Unknown(ErrorClasses.name(e)), end);
        }
        return end;
    }

    private void end(long operation, Outcome outcome, CompletableFuture<Outcome> end) {
        // A producer that is interrupted may both throw and call back.
        synchronized (end) {
            if (!end.isDone()) {
                recorder.end(operation, outcome);
                end.complete(outcome);
            }
        }
    }

    private Outcome outcome(@Nullable RecordMetadata metadata, @Nullable Exception failure) {
        if (failure != null) {
            return triesOnce ? ErrorClasses.ofOnlyAttempt(failure) : new Outcome.Unknown(ErrorClasses.name(failure));
        }
        return metadata == null || metadata.offset() == NOT_TOLD
                ? Outcome.ok()
                : new Outcome.Ok(
                        Optional.empty(),
                        Optional.of(Position.offset(metadata.topic(), metadata.partition(), metadata.offset())));
    }

    /** Returns once the end of everything that was sent is noted. */
    public void flush() {
        producer.flush();
    }

    /** Gives up what is still on its way after two seconds: its outcome is noted as unknown. */
    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
    }
}
