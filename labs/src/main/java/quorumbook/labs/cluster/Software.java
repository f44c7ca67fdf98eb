package quorumbook.labs.cluster;

/** A server line-up: the jars of one product in one version, which share a class path with nothing else. */
public enum Software {
    ZOOKEEPER("zookeeper"),
    KAFKA("kafka-4"),
    /** Kafka 3.9, the last line that can run on ZooKeeper. */
    KAFKA_ON_ZOOKEEPER("kafka-3");

    private final String lineup;

    Software(String lineup) {
        this.lineup = lineup;
    }

    /** The name of its folder under {@code labs/servers}. */
    public String lineup() {
        return lineup;
    }
}
