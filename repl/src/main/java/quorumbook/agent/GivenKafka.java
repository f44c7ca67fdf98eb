package quorumbook.agent;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The learner's {@code admin}, and producers and consumers of text that know the lab's brokers. */
public final class GivenKafka {
    private static final List<AutoCloseable> OPEN = new CopyOnWriteArrayList<>();

    private GivenKafka() {}

    public static Admin admin() {
        return kept(Admin.create(configuration(Map.of())));
    }

    /** A producer of text; {@code more} overrides or adds to its configuration. */
    public static KafkaProducer<String, String> producer(Map<String, ?> more) {
        return kept(new KafkaProducer<>(configuration(more), new StringSerializer(), new StringSerializer()));
    }

    /** A consumer of text in that group, from the earliest offset if the group has none yet. */
    public static KafkaConsumer<String, String> consumer(String group, Map<String, ?> more) {
        Map<String, Object> configuration = new HashMap<>();
        configuration.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        configuration.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        configuration.putAll(more);
        return new KafkaConsumer<>(configuration(configuration), new StringDeserializer(), new StringDeserializer());
    }

    private static Map<String, Object> configuration(Map<String, ?> more) {
        Map<String, Object> configuration = new HashMap<>();
        configuration.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, Given.bootstrapServers());
        configuration.putAll(more);
        return configuration;
    }

    private static <T extends AutoCloseable> T kept(T client) {
        OPEN.add(client);
        Given.opened(Optional.empty(), Optional.of(new Given.Connection() {
            @Override
            public void close() {
                OPEN.forEach(GivenKafka::close);
                OPEN.clear();
            }

            @Override
            public long session() {
                return 0;
            }
        }));
        return client;
    }

    private static void close(AutoCloseable client) {
        if (client instanceof Admin admin) {
            admin.close(Duration.ZERO);
        } else if (client instanceof KafkaProducer<?, ?> producer) {
            producer.close(Duration.ZERO);
        }
    }
}
