package quorumbook.repl.jvm;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import quorumbook.agent.Agent;

/**
 * How a JVM with our agent is started.
 *
 * @param javaHome the JDK or JRE
 * @param classPath what its code may use; the agent is added
 * @param heapMegabytes the limit of its heap
 * @param archive a class-data archive, used if it is there
 * @param options further options of {@code java}
 * @param ground where it is started
 */
public record Launch(
        Path javaHome,
        List<Path> classPath,
        int heapMegabytes,
        Optional<Path> archive,
        List<String> options,
        Ground ground) {
    private static final int CACHES_SINCE = 25;
    /** The first that speaks of native access on the screen. */
    private static final int WARNS_SINCE = 24;

    public Launch {
        classPath = List.copyOf(classPath);
        options = List.copyOf(options);
    }

    /** As a process. */
    public Launch(
            Path javaHome, List<Path> classPath, int heapMegabytes, Optional<Path> archive, List<String> options) {
        this(javaHome, classPath, heapMegabytes, archive, options, Ground.PROCESSES);
    }

    /** The same, started there. */
    public Launch on(Ground place) {
        return new Launch(javaHome, classPath, heapMegabytes, archive, options, place);
    }

    /** The JVM that this program runs on. */
    public static Path ownJavaHome() {
        return Path.of(System.getProperty("java.home"));
    }

    /** Where the agent's classes are. */
    public static Path agentPath() {
        try {
            return Path.of(Agent.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the agent's classes have no usable place", e);
        }
    }

    /** The class path with the agent, as one string. */
    public String joinedClassPath() {
        List<Path> all = new ArrayList<>(classPath);
        if (!all.contains(agentPath())) {
            all.add(agentPath());
        }
        return all.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** The option that takes an archive. From 25 on a cache, since the older kind does not go with native access. */
    private static String useArchive() {
        return writesCaches() ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=";
    }

    /** The option that has an archive written. */
    static String writeArchive() {
        return writesCaches() ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=";
    }

    private static boolean writesCaches() {
        return Runtime.version().feature() >= CACHES_SINCE;
    }

    /** The whole command line. */
    public List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(javaHome.resolve("bin").resolve("java").toString());
        command.add("-Xmx" + heapMegabytes + "m");
        command.addAll(switchesOf(Runtime.version().feature() >= WARNS_SINCE));
        archive.filter(Files::isReadable).ifPresent(path -> command.add(useArchive() + path));
        // At its own address: moved elsewhere, all of the archive is read and changed first.
        command.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0"));
        command.addAll(options);
        command.addAll(List.of("-cp", joinedClassPath(), mainClass()));
        return command;
    }

    String mainClass() {
        return Agent.class.getName();
    }

    /** The options of any JVM with the agent that says by itself how it is to be started. */
    List<String> switches() {
        List<String> switches = new ArrayList<>(switchesOf(false));
        switches.addAll(options);
        return switches;
    }

    private static List<String> switchesOf(boolean warns) {
        List<String> command = new ArrayList<>();
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
        // A JVM's own lines on standard output would stand between the frames.
        command.addAll(List.of("-Xlog:disable", "-Xlog:all=error:stderr", "-XX:+DisplayVMOutputToStderr"));
        command.addAll(List.of("-XX:+SuppressFatalErrorMessage", "-XX:-CreateCoredumpOnCrash"));
        if (warns) {
            // Before, it would only make the start slower.
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        // System.console() is null from 22 on as it was before.
        command.add("-Djdk.console=java.base");
        command.addAll(List.of("-Dfile.encoding=UTF-8"));
        return command;
    }
}
