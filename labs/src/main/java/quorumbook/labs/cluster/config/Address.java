package quorumbook.labs.cluster.config;

import quorumbook.labs.cluster.Endpoint;

/**
 * The doors of one node. A door with an empty host is open on every interface.
 *
 * @param client clients: ZooKeeper's client port; Kafka's listener for clients on this machine
 * @param peers the data between servers: ZooKeeper's quorum port; Kafka's listener between brokers, which may be the one
 *     for clients
 * @param votes where votes are cast: ZooKeeper's election port; KRaft's controller listener; unused by Kafka on ZooKeeper
 */
public record Address(Endpoint client, Endpoint peers, Endpoint votes) {}
