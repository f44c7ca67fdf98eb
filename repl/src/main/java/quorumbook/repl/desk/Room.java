package quorumbook.repl.desk;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.NodeSpec;
import quorumbook.labs.cluster.Software;

/** Whether the machine has the memory for servers that nobody needs yet. */
final class Room {
    private static final long LEFT_FREE = 512L << 20;
    private static final long OF_A_ZOOKEEPER_SERVER = 110L << 20;
    private static final long OF_A_KAFKA_NODE = 260L << 20;
    private static final Path MEMORY = Path.of("/proc/meminfo");
    private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable:\\s+(\\d+) kB$");

    private Room() {}

    static boolean isThereFor(ClusterSpec shape) {
        OptionalLong available = available();
        return available.isPresent() && available.getAsLong() >= LEFT_FREE + need(shape);
    }

    private static long need(ClusterSpec shape) {
        return shape.nodes().stream()
                .map(NodeSpec::software)
                .mapToLong(software -> software == Software.ZOOKEEPER ? OF_A_ZOOKEEPER_SERVER : OF_A_KAFKA_NODE)
                .sum();
    }

    /** In bytes. Linux counts as free only what caches do not use, so it is asked for what is available. */
    private static OptionalLong available() {
        try {
            if (Files.isReadable(MEMORY)) {
                Matcher found = AVAILABLE.matcher(Files.readString(MEMORY));
                return found.find() ? OptionalLong.of(Long.parseLong(found.group(1)) << 10) : OptionalLong.empty();
            }
        } catch (IOException e) {
            return OptionalLong.empty();
        }
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? OptionalLong.of(system.getFreeMemorySize())
                : OptionalLong.empty();
    }
}
