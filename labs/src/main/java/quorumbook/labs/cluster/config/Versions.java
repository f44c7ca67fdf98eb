package quorumbook.labs.cluster.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import quorumbook.labs.cluster.Software;

/** The products' versions as the build knows them: those of the jars, and of the images beside them. */
public record Versions(String zookeeper, String kafka, String kafkaOnZooKeeper) {
    private static final Versions BUILT = read();

    /** The versions that this build was made with. */
    public static Versions built() {
        return BUILT;
    }

    public String of(Software software) {
        return switch (software) {
            case ZOOKEEPER -> zookeeper;
            case KAFKA -> kafka;
            case KAFKA_ON_ZOOKEEPER -> kafkaOnZooKeeper;
        };
    }

    private static Versions read() {
        Properties versions = new Properties();
        try (InputStream in = Versions.class.getResourceAsStream("versions.properties")) {
            versions.load(Objects.requireNonNull(in, "versions.properties is missing from the build"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Versions(
                versions.getProperty("zookeeper"),
                versions.getProperty("kafka"),
                versions.getProperty("kafka-on-zookeeper"));
    }
}
