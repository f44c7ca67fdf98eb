package quorumbook.agent;

import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What the workbook gave this JVM: the addresses of the cluster and the values of the exercise. */
public final class Given {
    private static volatile String connectString = "";
    private static volatile String bootstrapServers = "";
    private static volatile Map<String, String> values = Map.of();
    private static volatile Consumer<String> events = sentence -> {};
    private static volatile Optional<Connection> zooKeeper = Optional.empty();
    private static volatile Optional<Connection> kafka = Optional.empty();

    private Given() {}

    /** Something open on the cluster. */
    interface Connection {
        void close();

        /** The id of its ZooKeeper session, 0 if there is none. */
        long session();
    }

    /**
     * The value that this exercise gave under {@code name}.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public static String value(String name) {
        return Optional.ofNullable(values.get(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        "no value is given as \"" + name + "\"; given are " + new TreeSet<>(values.keySet())));
    }

    static void eventsGoTo(Consumer<String> consumer) {
        events = consumer;
    }

    static void event(String sentence) {
        events.accept(sentence);
    }

    static void connect(String toZooKeeper, String toKafka, Map<String, String> given) {
        close();
        connectString = toZooKeeper;
        bootstrapServers = toKafka;
        values = Map.copyOf(given);
    }

    /** Where this JVM reaches the ensemble; empty where the cluster has no ZooKeeper. */
    public static String connectString() {
        return connectString;
    }

    /** Where this JVM reaches the brokers; empty where the cluster has no Kafka. */
    public static String bootstrapServers() {
        return bootstrapServers;
    }

    static void opened(Optional<Connection> zooKeeperConnection, Optional<Connection> kafkaConnection) {
        zooKeeper = zooKeeperConnection.or(() -> zooKeeper);
        kafka = kafkaConnection.or(() -> kafka);
    }

    static long session() {
        return zooKeeper.map(Connection::session).orElse(0L);
    }

    static void close() {
        zooKeeper.ifPresent(Connection::close);
        kafka.ifPresent(Connection::close);
        zooKeeper = Optional.empty();
        kafka = Optional.empty();
    }
}
