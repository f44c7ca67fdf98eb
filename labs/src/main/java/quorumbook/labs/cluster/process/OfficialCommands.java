package quorumbook.labs.cluster.process;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.Uuid;
import quorumbook.labs.cluster.NodeSpec;
import quorumbook.labs.cluster.Software;
import quorumbook.labs.cluster.config.JvmFlags;
import quorumbook.labs.cluster.config.NodeFiles;
import quorumbook.labs.cluster.process.guard.Guard;

/**
 * Servers started with the flags of {@code zkServer.sh} and {@code kafka-server-start.sh}, after {@code kafka-storage.sh
 * format} where Kafka wants it. Same jars, same configuration, same guard: what differs is what we measure.
 */
final class OfficialCommands implements Commands {
    /** What {@code kafka-run-class.sh} gives every JVM. */
    private static final List<String> KAFKA = List.of(
            "-server",
            "-XX:+UseG1GC",
            "-XX:MaxGCPauseMillis=20",
            "-XX:InitiatingHeapOccupancyPercent=35",
            "-XX:+ExplicitGCInvokesConcurrent",
            "-Djava.awt.headless=true",
            "-Dcom.sun.management.jmxremote=true",
            "-Dcom.sun.management.jmxremote.authenticate=false",
            "-Dcom.sun.management.jmxremote.ssl=false");

    private static final List<String> KAFKA_SERVER_HEAP = List.of("-Xmx1G", "-Xms1G");
    private static final List<String> KAFKA_TOOL_HEAP = List.of("-Xmx256M");
    private static final List<String> ZOOKEEPER = List.of(
            "-Xmx1000m",
            "-XX:+HeapDumpOnOutOfMemoryError",
            "-Dcom.sun.management.jmxremote",
            "-Dcom.sun.management.jmxremote.local.only=false");

    private final String run;
    private final GuardedClassPath classPath;
    private final String clusterId = Uuid.randomUuid().toString();

    OfficialCommands(String run, GuardedClassPath classPath) {
        this.run = run;
        this.classPath = classPath;
    }

    @Override
    public boolean formats() {
        return true;
    }

    @Override
    public List<String> start(NodeSpec node, NodeFiles files) {
        List<String> server = java(
                node,
                files,
                flags(node.software()),
                List.of(Guard.class.getName(), JvmFlags.mainClass(node.software()), "./" + files.name()));
        return Detachment.here().command(node.software() == Software.KAFKA ? afterFormat(node, files, server) : server);
    }

    private List<String> afterFormat(NodeSpec node, NodeFiles files, List<String> server) {
        List<String> format = java(
                node,
                files,
                joined(KAFKA_TOOL_HEAP, KAFKA),
                List.of("kafka.tools.StorageTool", "format", "-t", clusterId, "-c", "./" + files.name()));
        return List.of("sh", "-c", shell(format) + " && exec " + shell(server));
    }

    private List<String> java(NodeSpec node, NodeFiles files, List<String> flags, List<String> main) {
        List<String> java =
                new ArrayList<>(List.of(Child.java(), PidFiles.mark(run), "-Dquorumbook.node=" + node.id()));
        java.addAll(flags);
        java.addAll(JvmFlags.properties(node.software(), "./" + files.logName()));
        java.addAll(List.of("-cp", classPath.text(node.software())));
        java.addAll(main);
        return java;
    }

    private static List<String> flags(Software software) {
        return software == Software.ZOOKEEPER ? ZOOKEEPER : joined(KAFKA_SERVER_HEAP, KAFKA);
    }

    private static List<String> joined(List<String> first, List<String> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    private static String shell(List<String> command) {
        return command.stream()
                .map(word -> "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }
}
