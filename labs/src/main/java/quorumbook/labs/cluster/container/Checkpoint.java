package quorumbook.labs.cluster.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.dockerjava.api.model.HostConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.cluster.Software;
import quorumbook.labs.cluster.config.JvmFlags;
import quorumbook.labs.cluster.config.KRaftIdentity;

/**
 * What {@code kafka-storage format} leaves in a data folder, made once per image: every further cluster on that image starts
 * without formatting.
 */
record Checkpoint(Engine engine, Labels labels, Keepsakes keepsakes) {
    private static final String FOLDER = "/tmp/format";
    private static final String SETTINGS = "/tmp/format.properties";

    byte[] of(ImageStore.Found image, Progress progress) {
        String name = "checkpoint-" + image.shortId();
        return keepsakes.read(name).orElseGet(() -> {
            progress.phase("formatting once for " + image.name());
            byte[] checkpoint = make(image);
            keepsakes.write(name, checkpoint);
            return checkpoint;
        });
    }

    private byte[] make(ImageStore.Found image) {
        String settings = KRaftIdentity.formatConfiguration(FOLDER);
        return Errand.run(
                        engine,
                        "formatting with " + image.name(),
                        FOLDER + "/" + KRaftIdentity.CHECKPOINT,
                        Map.of(SETTINGS, settings.getBytes(UTF_8)),
                        docker -> docker.createContainerCmd(image.name())
                                .withEntrypoint("java")
                                .withCmd(arguments())
                                .withLabels(labels.ofRun())
                                .withHostConfig(HostConfig.newHostConfig().withNetworkMode("none")))
                .file()
                .orElseThrow(() -> new ClusterException(
                        "formatting with " + image.name() + " left no " + KRaftIdentity.CHECKPOINT));
    }

    private static List<String> arguments() {
        List<String> arguments = new ArrayList<>(JvmFlags.tuned(Software.KAFKA));
        arguments.addAll(List.of("-cp", Place.of(Software.KAFKA).libraries(), "kafka.tools.StorageTool", "format"));
        arguments.addAll(List.of("-t", "MkU3OEVBNTcwNTJENDM2Qg", "-c", SETTINGS));
        return arguments;
    }
}
