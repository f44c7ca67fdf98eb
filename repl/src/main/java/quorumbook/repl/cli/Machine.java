package quorumbook.repl.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.tools.ToolProvider;
import quorumbook.labs.cluster.Finding;
import quorumbook.labs.cluster.Finding.Level;
import quorumbook.repl.desk.Places;

/** What doctor finds of the machine itself: the JDK, the memory, the folders, the terminal. */
final class Machine {
    private static final long ENOUGH_MEMORY = 2L << 30;
    private static final long ENOUGH_DISK = 1L << 30;

    private Machine() {}

    static List<Finding> examine(Places folders) {
        return List.of(
                jdk(),
                memory(),
                writable("data folder", folders.data()),
                writable("state folder", folders.state()),
                ports(),
                terminal());
    }

    private static Finding jdk() {
        String version = "Java " + Runtime.version() + ", " + System.getProperty("java.vendor");
        boolean whole = ToolProvider.getSystemJavaCompiler() != null
                && ModuleLayer.boot().findModule("jdk.jshell").isPresent();
        return whole
                ? new Finding(Level.GOOD, "JDK", version, "")
                : new Finding(
                        Level.BAD, "JDK", version + " has no compiler or no JShell", "Install a whole JDK, not a JRE.");
    }

    private static Finding memory() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system) {
            long free = system.getFreeMemorySize();
            long total = system.getTotalMemorySize();
            String found = megabytes(total) + " in all, " + megabytes(free) + " unused";
            return total >= ENOUGH_MEMORY
                    ? new Finding(Level.GOOD, "memory", found, "")
                    : new Finding(
                            Level.NOTE,
                            "memory",
                            found,
                            "Labs with three Kafka servers want 2 GB; close other programs.");
        }
        return new Finding(Level.NOTE, "memory", "cannot be told on this JVM", "");
    }

    private static Finding writable(String subject, Path folder) {
        try {
            Files.createDirectories(folder);
            Path probe = Files.createTempFile(folder, "doctor", "");
            Files.delete(probe);
            long free = Files.getFileStore(folder).getUsableSpace();
            return free >= ENOUGH_DISK
                    ? new Finding(Level.GOOD, subject, folder + ", " + megabytes(free) + " free", "")
                    : new Finding(
                            Level.NOTE,
                            subject,
                            folder + ", only " + megabytes(free) + " free",
                            "Free some space there.");
        } catch (IOException e) {
            return new Finding(
                    Level.BAD,
                    subject,
                    folder + " cannot be written (" + e + ")",
                    "Make it writable, or set QUORUMBOOK_DATA and QUORUMBOOK_STATE to folders that are.");
        }
    }

    private static Finding ports() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new Finding(
                    Level.GOOD,
                    "ports",
                    "can be bound on " + probe.getInetAddress().getHostAddress(),
                    "");
        } catch (IOException e) {
            return new Finding(
                    Level.BAD,
                    "ports",
                    "none can be bound on the loopback address (" + e.getMessage() + ")",
                    "Allow programs of yours to listen on 127.0.0.1.");
        }
    }

    private static Finding terminal() {
        String term = Optional.ofNullable(System.getenv("TERM")).orElse("");
        if (System.console() == null) {
            return new Finding(Level.NOTE, "terminal", "standard input or output is not a terminal", "");
        }
        return term.isBlank() || term.equals("dumb")
                ? new Finding(Level.NOTE, "terminal", "TERM is '" + term + "': no colours, no status line", "")
                : new Finding(Level.GOOD, "terminal", term, "");
    }

    private static String megabytes(long bytes) {
        return (bytes >> 20) + " MB";
    }
}
