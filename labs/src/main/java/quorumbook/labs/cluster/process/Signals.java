package quorumbook.labs.cluster.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import quorumbook.labs.cluster.ClusterException;

/** The two signals that Java cannot send, and what the kernel says they came to. */
final class Signals {
    private static final boolean POSSIBLE = Detachment.isOnPath("sh") && Detachment.isOnPath("ps");
    private static final Path PROC = Path.of("/proc");

    private Signals() {}

    /** Whether processes can be frozen and thawed here. */
    static boolean arePossible() {
        return POSSIBLE;
    }

    static void freeze(long pid) {
        tool(List.of("sh", "-c", "kill -STOP " + pid));
    }

    static void thaw(long pid) {
        tool(List.of("sh", "-c", "kill -CONT " + pid));
    }

    /** The process's state as {@code ps} shows it: {@code T} is stopped; empty if there is no such process. */
    static String state(long pid) {
        Path stat = PROC.resolve(Path.of(String.valueOf(pid), "stat"));
        try {
            if (Files.isReadable(stat)) {
                String line = Files.readString(stat);
                // The name before it stands in parentheses and may itself contain some.
                return line.substring(line.lastIndexOf(')') + 2).substring(0, 1);
            }
        } catch (IOException e) {
            return "";
        }
        String shown = tool(List.of("ps", "-o", "stat=", "-p", String.valueOf(pid)));
        return shown.isEmpty() ? "" : shown.substring(0, 1);
    }

    private static String tool(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            process.waitFor(5, TimeUnit.SECONDS);
            return said;
        } catch (IOException e) {
            throw new ClusterException("Cannot run " + command.get(0) + " (" + e.getMessage() + ").", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("Interrupted while running " + command.get(0) + ".", e);
        }
    }
}
