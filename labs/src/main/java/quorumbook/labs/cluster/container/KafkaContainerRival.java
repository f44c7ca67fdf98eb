package quorumbook.labs.cluster.container;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.utility.DockerImageName;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.Rival;
import quorumbook.labs.cluster.Run;

/**
 * Testcontainers' own {@code KafkaContainer} on the same image: one node, whatever the shape. Its jar is laid beside the
 * program by the build and is not on the program's class path, which has no other use for it.
 */
final class KafkaContainerRival implements Rival {
    private static final String JAR = "labs/target/comparison/testcontainers-kafka.jar";

    private final Path jar;
    private final String image;

    private KafkaContainerRival(Path jar, String image) {
        this.jar = jar;
        this.image = image;
    }

    /** Empty where its jar is not; else Testcontainers is connected to the engine. */
    static Optional<Rival> find(String image) {
        Path jar =
                Path.of(System.getProperty("quorumbook.home", "")).resolve(JAR).toAbsolutePath();
        if (!Files.isReadable(jar)) {
            return Optional.empty();
        }
        DockerClientFactory.instance().client();
        return Optional.of(new KafkaContainerRival(jar, image));
    }

    private record One(GenericContainer<?> container, URLClassLoader loader, String bootstrapServers)
            implements Running {
        @Override
        public String connectString() {
            return "";
        }

        @Override
        public void close() throws IOException {
            container.stop();
            loader.close();
        }
    }

    @Override
    public String words() {
        return "Testcontainers' KafkaContainer, one node";
    }

    @Override
    public Running launch(ClusterSpec spec, Run run) throws IOException {
        URLClassLoader loader =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, KafkaContainerRival.class.getClassLoader());
        try {
            GenericContainer<?> container = Class.forName("org.testcontainers.kafka.KafkaContainer", true, loader)
                    .asSubclass(GenericContainer.class)
                    .getConstructor(DockerImageName.class)
                    .newInstance(DockerImageName.parse(image).asCompatibleSubstituteFor("apache/kafka"));
            container.withLabels(Labels.of(run).ofHome()).withLabel(Labels.RUN, run.id());
            container.start();
            String servers = (String)
                    container.getClass().getMethod("getBootstrapServers").invoke(container);
            return new One(container, loader, servers);
        } catch (ReflectiveOperationException e) {
            loader.close();
            throw new ClusterException(jar + " has no KafkaContainer of the kind that we know.", e);
        }
    }
}
