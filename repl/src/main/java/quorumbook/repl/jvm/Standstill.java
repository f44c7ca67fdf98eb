package quorumbook.repl.jvm;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import quorumbook.labs.await.Eventually;

/**
 * A process that stands still, and the shell that watches over it: a frozen process does not notice that the workbook has
 * ended, so the shell does, and kills it.
 */
final class Standstill {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Path PROC = Path.of("/proc");

    private final long pid;
    private final Process shell;

    private Standstill(long pid, Process shell) {
        this.pid = pid;
        this.shell = shell;
    }

    /** Freezes the process; returns when it stands still or is gone. */
    static Standstill of(long pid) throws IOException, InterruptedException {
        String script =
                "kill -STOP " + pid + "; if read word; then kill -CONT " + pid + "; else kill -KILL " + pid + "; fi";
        Standstill standstill = new Standstill(pid, new ProcessBuilder("sh", "-c", script).start());
        if (!Eventually.holds(PATIENCE, () -> !isRunning(pid))) {
            throw new IOException("process " + pid + " goes on after a SIGSTOP");
        }
        return standstill;
    }

    /** Lets it go on; returns when it does or is gone. */
    void end() throws IOException, InterruptedException {
        shell.getOutputStream().write("go\n".getBytes(US_ASCII));
        shell.getOutputStream().flush();
        if (!Eventually.holds(PATIENCE, () -> !isStopped(pid))) {
            throw new IOException("process " + pid + " stands still after a SIGCONT");
        }
    }

    /** To be called once the process is gone: its number may be another's soon. */
    void forget() {
        shell.destroyForcibly();
    }

    private static boolean isStopped(long pid) {
        String state = state(pid);
        return state.equals("T") || state.equals("t");
    }

    private static boolean isRunning(long pid) {
        String state = state(pid);
        return !state.isEmpty() && !state.equals("T") && !state.equals("t") && !state.equals("Z");
    }

    /** As {@code ps} shows it; empty if there is no such process. */
    private static String state(long pid) {
        Path stat = PROC.resolve(Path.of(String.valueOf(pid), "stat"));
        if (!Files.isDirectory(PROC)) {
            return first(shown(List.of("ps", "-o", "stat=", "-p", String.valueOf(pid))));
        }
        try {
            String line = Files.readString(stat);
            // The name before it stands in parentheses and may itself contain some.
            return first(line.substring(line.lastIndexOf(')') + 2));
        } catch (IOException e) {
            return "";
        }
    }

    private static String first(String text) {
        return text.isEmpty() ? "" : text.substring(0, 1);
    }

    private static String shown(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).start();
            process.getOutputStream().close();
            return new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + command.get(0), e);
        }
    }
}
