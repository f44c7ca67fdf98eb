package quorumbook.labs.cluster.config;

import java.util.List;
import java.util.stream.Stream;
import quorumbook.labs.cluster.Software;

/**
 * How a server's JVM is started so that three of them are at home on a small machine: small heaps, one collector thread,
 * the first-tier compiler. All of it is understood by JDK 17 to 25.
 */
public final class JvmFlags {
    private static final List<String> SMALL = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            // A stale or foreign archive is skipped without a word; errors still show.
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "-Djava.awt.headless=true");

    private JvmFlags() {}

    /** Sizes and speed. */
    public static List<String> tuned(Software software) {
        return Stream.concat(SMALL.stream(), sizes(software).stream()).toList();
    }

    /**
     * The class-data archive to use; one that is missing or does not fit is passed over in silence.
     *
     * @param file as the JVM sees it
     */
    public static List<String> usingArchive(String file) {
        return List.of(
                "-XX:SharedArchiveFile=" + file,
                "-Xshare:auto",
                // At its own address: moved elsewhere, all of it becomes memory of each server alone, 60 MB for Kafka.
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:ArchiveRelocationMode=0");
    }

    /** The class-data archive to write when the JVM ends in good order. */
    public static List<String> writingArchive(String file) {
        return List.of("-XX:ArchiveClassesAtExit=" + file);
    }

    /**
     * System properties that belong to the server.
     *
     * @param logConfig the file named by {@link NodeFiles#logName}, as the server sees it: absolute, or {@code ./…}
     */
    public static List<String> properties(Software software, String logConfig) {
        Stream<String> log = Stream.of(LogConfig.property(software, logConfig.replace('\\', '/')));
        return Stream.concat(log, properties(software).stream()).toList();
    }

    /** The class whose {@code main} takes the configuration file as its one argument. */
    public static String mainClass(Software software) {
        return software == Software.ZOOKEEPER ? "org.apache.zookeeper.server.quorum.QuorumPeerMain" : "kafka.Kafka";
    }

    private static List<String> sizes(Software software) {
        return software == Software.ZOOKEEPER
                ? List.of("-Xms16m", "-Xmx64m", "-Xss256k", "-XX:MaxMetaspaceSize=64m", "-XX:ReservedCodeCacheSize=16m")
                : List.of(
                        "-Xms40m",
                        "-Xmn8m",
                        "-Xmx256m",
                        "-Xss512k",
                        "-XX:MaxMetaspaceSize=128m",
                        "-XX:ReservedCodeCacheSize=32m");
    }

    private static List<String> properties(Software software) {
        return switch (software) {
            case ZOOKEEPER ->
                List.of(
                        // create -t, and container znodes that vanish while one watches
                        "-Dzookeeper.extendedTypesEnabled=true",
                        "-Dznode.container.checkIntervalMs=500",
                        // Where a zoo.cfg says nothing of them: no web page at port 8080, all questions answered.
                        "-Dzookeeper.admin.enableServer=false",
                        "-Dzookeeper.4lw.commands.whitelist=*",
                        // A server that was cut off for long calls out again within a second, not within a minute.
                        "-Dzookeeper.fastleader.maxNotificationInterval=1000",
                        // A transaction log grows by so many kilobytes at once; by 64 MB it would be slow to read.
                        "-Dzookeeper.preAllocSize=64",
                        // A transaction is the kernel's before it is acknowledged, so no crash of a server loses it.
                        // It need not reach the disk: if the machine loses power, the exercise is over anyway.
                        "-Dzookeeper.forceSync=no",
                        "-Dzookeeper.jmx.log4j.disable=true");
            case KAFKA -> List.of("-Dlog4j2.disable.jmx=true");
            case KAFKA_ON_ZOOKEEPER -> List.of("-Dzookeeper.jmx.log4j.disable=true");
        };
    }
}
