package quorumbook.labs.cluster.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.Ensemble;
import quorumbook.labs.cluster.HandInstalled;
import quorumbook.labs.cluster.KRaft;
import quorumbook.labs.cluster.KafkaOnZooKeeper;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.NodeSpec;
import quorumbook.labs.cluster.Software;

/** Writes what the servers of one cluster read. */
public final class ConfigWriter {
    private final ClusterSpec spec;
    private final KRaftIdentity identity;

    /** @param identity what a formatted KRaft node carries; shapes without KRaft ignore it */
    public ConfigWriter(ClusterSpec spec, KRaftIdentity identity) {
        this.spec = spec;
        this.identity = identity;
    }

    /** Whether the shape's nodes carry a {@link KRaftIdentity}, so that a checkpoint must be had first. */
    public static boolean needsCheckpoint(ClusterSpec spec) {
        return spec instanceof KRaft;
    }

    /** The files of one node; a KRaft node gets a new {@code directory.id} each time, as a new disk would. */
    public NodeFiles files(NodeId id, Layout layout) {
        NodeSpec node = spec.node(id);
        Software software = node.software();
        String name = software == Software.ZOOKEEPER ? "zoo.cfg" : "server.properties";
        return new NodeFiles(
                name, text(node, layout), LogConfig.name(software), LogConfig.text(software, layout), data(node));
    }

    private String text(NodeSpec node, Layout layout) {
        if (spec instanceof HandInstalled theirs) {
            return asItStands(theirs.configuration(node.id()));
        }
        if (node.software() == Software.ZOOKEEPER) {
            return new ZooKeeperText(ensemble()).write(node, layout);
        }
        return spec instanceof KRaft kraft
                ? new KRaftText(kraft).write(node, layout)
                : new KafkaOnZooKeeperText(spec).write(node, layout);
    }

    /** Whatever it is; nothing if there is nothing. */
    private static String asItStands(Path file) {
        try {
            return Files.isRegularFile(file) ? new String(Files.readAllBytes(file), UTF_8) : "";
        } catch (IOException e) {
            throw new ClusterException("Cannot read " + file + " (" + e.getMessage() + ").", e);
        }
    }

    private Ensemble ensemble() {
        return spec instanceof KafkaOnZooKeeper both ? both.ensemble() : (Ensemble) spec;
    }

    private Map<String, byte[]> data(NodeSpec node) {
        if (spec instanceof HandInstalled) {
            return Map.of();
        }
        return switch (node.software()) {
            case ZOOKEEPER -> Map.of("myid", ZooKeeperText.myid(node));
            case KAFKA -> identity.dataFiles(node);
            case KAFKA_ON_ZOOKEEPER -> Map.of();
        };
    }
}
