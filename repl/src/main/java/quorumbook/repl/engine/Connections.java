package quorumbook.repl.engine;

import java.util.Map;

/**
 * What the learner's Java is connected to.
 *
 * @param connectString the ensemble's addresses; empty where the cluster has no ZooKeeper
 * @param bootstrapServers the brokers' addresses; empty where it has no Kafka
 * @param given the values that the exercise gives, by name
 */
public record Connections(String connectString, String bootstrapServers, Map<String, String> given) {
    public Connections {
        given = Map.copyOf(given);
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
