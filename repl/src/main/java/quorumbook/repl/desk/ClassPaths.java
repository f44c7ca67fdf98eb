package quorumbook.repl.desk;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import quorumbook.labs.cluster.ClusterException;

/** Which of the program's jars other JVMs of ours get. */
final class ClassPaths {
    /** What the learner's Java may use; not the workbook itself, its prompt, or what runs clusters. */
    private static final Pattern LEARNERS = Pattern.compile(
            "(zookeeper|zookeeper-jute|kafka-clients|audience-annotations|netty-.*|slf4j-.*|snappy-java|lz4-java|zstd-jni"
                    + "|commons-io|metrics-core)-[0-9].*\\.jar");

    private ClassPaths() {}

    /** The jars of the Kafka 4 line-up, which holds Kafka's tools. */
    static List<Path> kafkaTools(Path home) {
        Path lib = home.resolve("labs/servers/kafka-4/target/lib");
        try (Stream<Path> jars = Files.list(lib)) {
            return jars.sorted().toList();
        } catch (IOException e) {
            throw new ClusterException(
                    "Kafka's tools are missing (" + lib + "). Build the workbook again: mvn package", e);
        }
    }

    static List<Path> learner() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> LEARNERS.matcher(path.getFileName().toString()).matches())
                .toList();
    }
}
