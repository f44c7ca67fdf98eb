package quorumbook.labs.program;

/**
 * The addresses that a program is given, which may be those of relays.
 *
 * @param connectString the ensemble's; empty where the cluster has no ZooKeeper
 * @param bootstrapServers the brokers'; empty where it has no Kafka
 */
public record Reach(String connectString, String bootstrapServers) {}
