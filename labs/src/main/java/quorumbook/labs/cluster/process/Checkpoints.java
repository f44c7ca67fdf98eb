package quorumbook.labs.cluster.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.Uuid;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Folders;
import quorumbook.labs.cluster.Software;
import quorumbook.labs.cluster.config.JvmFlags;
import quorumbook.labs.cluster.config.KRaftIdentity;
import quorumbook.labs.cluster.config.Versions;

/**
 * What {@code kafka-storage format} writes about a new cluster's features: made once per version of Kafka by that very tool,
 * then laid into every node's data folder, which spares each of them a JVM.
 */
final class Checkpoints {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path state;
    private final GuardedClassPath classPath;

    Checkpoints(Path state, GuardedClassPath classPath) {
        this.state = state;
        this.classPath = classPath;
    }

    /** @param scratch a folder that does not exist yet and may be used */
    byte[] bytes(Path scratch) throws IOException {
        Path kept = state.resolve("kafka-" + Versions.built().kafka() + "." + KRaftIdentity.CHECKPOINT);
        if (!Files.exists(kept)) {
            Whole.write(kept, format(scratch));
        }
        return Files.readAllBytes(kept);
    }

    private byte[] format(Path scratch) throws IOException {
        Path data = scratch.resolve("data");
        Path config = scratch.resolve("format.properties");
        Path console = scratch.resolve("format.log");
        Files.createDirectories(data);
        Files.writeString(config, KRaftIdentity.formatConfiguration("./data"));
        List<String> command = new ArrayList<>(List.of(Child.java()));
        command.addAll(JvmFlags.tuned(Software.KAFKA));
        command.addAll(List.of("-cp", classPath.text(Software.KAFKA), "kafka.tools.StorageTool", "format"));
        command.addAll(List.of(
                "-t", Uuid.randomUuid().toString(), "-c", config.getFileName().toString()));
        Child child = Child.start(command, scratch, console);
        try {
            boolean ended = child.awaitEnd(PATIENCE);
            if (!ended || child.exitCode() != 0) {
                throw new ClusterException("Kafka's own format tool " + (ended ? "failed" : "did not end") + ": "
                        + Files.readString(console, UTF_8).strip());
            }
            return Files.readAllBytes(data.resolve(KRaftIdentity.CHECKPOINT));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("Interrupted while Kafka's format tool was running.", e);
        } finally {
            child.kill();
            Folders.delete(scratch);
        }
    }
}
