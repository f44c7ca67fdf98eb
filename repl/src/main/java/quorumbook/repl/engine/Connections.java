package quorumbook.repl.engine;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the learner's Java is connected to.
 *
 * @param connectString the ensemble's addresses; empty where the cluster has no ZooKeeper
 * @param bootstrapServers the brokers' addresses; empty where it has no Kafka
 * @param given the values that the exercise gives, by name
 * @param others addresses that it is told of by those, {@code host:port} each
 */
public record Connections(
        String connectString, String bootstrapServers, Map<String, String> given, Set<String> others) {
    public Connections {
        given = Map.copyOf(given);
        others = Set.copyOf(others);
    }

    /** Of servers that name no others. */
    public Connections(String connectString, String bootstrapServers, Map<String, String> given) {
        this(connectString, bootstrapServers, given, Set.of());
    }

    /** Every address that a client of these needs to reach. */
    Set<String> reach() {
        return Stream.of(Stream.of(connectString.split(",")), Stream.of(bootstrapServers.split(",")), others.stream())
                .flatMap(addresses -> addresses)
                .filter(address -> !address.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    public static Connections none() {
        return new Connections("", "", Map.of());
    }

    boolean hasZooKeeper() {
        return !connectString.isEmpty();
    }

    boolean hasKafka() {
        return !bootstrapServers.isEmpty();
    }
}
