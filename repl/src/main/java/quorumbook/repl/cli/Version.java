package quorumbook.repl.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;
import quorumbook.labs.cluster.config.Versions;

/** What {@code --version} says: ours, and those of the servers. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        Versions built = Versions.built();
        return new String[] {
            "Quorumbook " + own(),
            "ZooKeeper " + built.zookeeper() + ", Kafka " + built.kafka() + ", and Kafka " + built.kafkaOnZooKeeper()
                    + " on ZooKeeper"
        };
    }

    static String own() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("(unpackaged)");
    }
}
