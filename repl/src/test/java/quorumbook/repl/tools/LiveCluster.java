package quorumbook.repl.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import quorumbook.labs.cluster.Backends;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.Folders;
import quorumbook.labs.cluster.Run;

/** Real servers as processes, for one test class. */
public record LiveCluster(Path state, Run run, Cluster cluster) implements AutoCloseable {
    public static LiveCluster of(ClusterSpec spec) throws IOException {
        Path state = Files.createTempDirectory("quorumbook-it");
        Run run = Run.begin(state);
        Cluster cluster = Backends.named("processes")
                .orElseThrow()
                .bringUp(spec, run, Duration.ofSeconds(60), phase -> {}, launched -> {});
        return new LiveCluster(state, run, cluster);
    }

    /** The jars of Kafka's tools, as the build laid them. */
    static List<Path> kafkaJars() throws IOException {
        Path lib = Path.of(System.getProperty("quorumbook.home"), "labs/servers/kafka-4/target/lib");
        try (Stream<Path> jars = Files.list(lib)) {
            return jars.sorted().toList();
        }
    }

    /** What a learner may use of this test's own class path. */
    public static List<Path> learnersJars() {
        return Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.getFileName()
                        .toString()
                        .matches("(zookeeper|kafka-clients|slf4j|audience|netty-(common|handler)|lz4|snappy).*jar"))
                .toList();
    }

    @Override
    public void close() throws IOException {
        cluster.close();
        run.close();
        Folders.delete(state);
    }
}
