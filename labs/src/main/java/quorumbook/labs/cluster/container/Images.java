package quorumbook.labs.cluster.container;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import quorumbook.labs.cluster.Software;
import quorumbook.labs.cluster.config.Versions;

/** Which image each line-up runs on: the official ones unless the environment or a system property names another. */
record Images(String zookeeper, String kafka, String kafkaOnZooKeeper) {
    /**
     * Reads the settings; a system property wins over the environment.
     *
     * @param property looks up a system property, null if unset
     */
    static Images configured(Map<String, String> environment, Function<String, Optional<String>> property) {
        Versions versions = Versions.built();
        Function<Software, String> named = software -> property.apply(property(software))
                .or(() -> Optional.ofNullable(environment.get(variable(software))))
                .filter(image -> !image.isBlank())
                .map(image -> tagged(image.strip()))
                .orElse(official(software) + ":" + versions.of(software));
        return new Images(
                named.apply(Software.ZOOKEEPER), named.apply(Software.KAFKA), named.apply(Software.KAFKA_ON_ZOOKEEPER));
    }

    String of(Software software) {
        return switch (software) {
            case ZOOKEEPER -> zookeeper;
            case KAFKA -> kafka;
            case KAFKA_ON_ZOOKEEPER -> kafkaOnZooKeeper;
        };
    }

    List<String> all() {
        return Stream.of(zookeeper, kafka, kafkaOnZooKeeper).distinct().toList();
    }

    /** {@code QUORUMBOOK_IMAGE_ZOOKEEPER} and its like. */
    static String variable(Software software) {
        return switch (software) {
            case ZOOKEEPER -> "QUORUMBOOK_IMAGE_ZOOKEEPER";
            case KAFKA -> "QUORUMBOOK_IMAGE_KAFKA";
            case KAFKA_ON_ZOOKEEPER -> "QUORUMBOOK_IMAGE_KAFKA_ZK";
        };
    }

    private static String property(Software software) {
        return switch (software) {
            case ZOOKEEPER -> "quorumbook.image.zookeeper";
            case KAFKA -> "quorumbook.image.kafka";
            case KAFKA_ON_ZOOKEEPER -> "quorumbook.image.kafka-zk";
        };
    }

    private static String official(Software software) {
        return software == Software.ZOOKEEPER ? "zookeeper" : "apache/kafka";
    }

    /** A name without a tag would pull every tag there is. */
    private static String tagged(String image) {
        boolean exact = image.contains("@")
                || image.substring(image.lastIndexOf('/') + 1).contains(":");
        return exact ? image : image + ":latest";
    }
}
