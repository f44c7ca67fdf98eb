package quorumbook.labs.cluster.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import org.apache.kafka.common.Uuid;
import quorumbook.labs.cluster.NodeSpec;

/**
 * What {@code kafka-storage format} would leave in a node's data folder. Laid by hand, it saves a JVM per node; with {@code
 * meta.properties} alone a cluster would start too, but with only {@code metadata.version} finalised, unlike any real one.
 */
public final class KRaftIdentity {
    public static final String CHECKPOINT = "bootstrap.checkpoint";

    private final String clusterId;
    private final byte[] checkpoint;

    private KRaftIdentity(String clusterId, byte[] checkpoint) {
        this.clusterId = clusterId;
        this.checkpoint = checkpoint;
    }

    /**
     * A new cluster's.
     *
     * @param checkpoint the {@code bootstrap.checkpoint} of that version of Kafka; with static voters it names no node
     */
    public static KRaftIdentity fresh(byte[] checkpoint) {
        return new KRaftIdentity(Uuid.randomUuid().toString(), checkpoint.clone());
    }

    /** For shapes without KRaft, and for nodes that Kafka's own tool formats: nothing is laid. */
    public static KRaftIdentity none() {
        return new KRaftIdentity("", new byte[0]);
    }

    Map<String, byte[]> dataFiles(NodeSpec node) {
        if (clusterId.isEmpty()) {
            return Map.of();
        }
        Properties meta = Properties.empty()
                .with("version", 1)
                .with("cluster.id", clusterId)
                .with("node.id", node.serverId())
                .with("directory.id", Uuid.randomUuid());
        return Map.of("meta.properties", meta.text().getBytes(UTF_8), CHECKPOINT, checkpoint);
    }

    /**
     * A configuration with which {@code kafka.tools.StorageTool format -t <any id> -c <file>} leaves a {@value #CHECKPOINT}
     * in {@code dataFolder} that fits every KRaft node of ours.
     */
    public static String formatConfiguration(String dataFolder) {
        return Properties.empty()
                .with("process.roles", "broker,controller")
                .with("node.id", 1)
                .with("controller.quorum.voters", "1@127.0.0.1:9093")
                .with("listeners", "PLAINTEXT://127.0.0.1:9092,CONTROLLER://127.0.0.1:9093")
                .with("controller.listener.names", "CONTROLLER")
                .with("log.dirs", dataFolder.replace('\\', '/'))
                .text();
    }
}
