package quorumbook.labs.cluster.config;

/** What every broker of a lab has in common: faults are noticed in seconds, and Kafka's own topics stay small. */
final class BrokerText {
    private static final int INTERNAL_PARTITIONS = 5;

    private BrokerText() {}

    static Properties topics(Properties text, int brokers) {
        int replicas = Math.min(3, brokers);
        return text.comment("labs: notice faults within seconds, keep Kafka's own topics small")
                .with("replica.lag.time.max.ms", Timeouts.REPLICA_LAG.toMillis())
                .with("group.initial.rebalance.delay.ms", 0)
                .with("offsets.topic.replication.factor", replicas)
                .with("offsets.topic.num.partitions", INTERNAL_PARTITIONS)
                .with("transaction.state.log.replication.factor", replicas)
                .with("transaction.state.log.min.isr", minimum(brokers))
                .with("transaction.state.log.num.partitions", INTERNAL_PARTITIONS)
                .with("log.cleaner.dedupe.buffer.size", 4194304);
    }

    /** Share groups (queues for Kafka) keep their state in one more topic. */
    static Properties share(Properties text, int brokers) {
        return text.with("share.coordinator.state.topic.replication.factor", Math.min(3, brokers))
                .with("share.coordinator.state.topic.min.isr", minimum(brokers))
                .with("share.coordinator.state.topic.num.partitions", INTERNAL_PARTITIONS);
    }

    private static int minimum(int brokers) {
        return Math.min(2, brokers);
    }
}
