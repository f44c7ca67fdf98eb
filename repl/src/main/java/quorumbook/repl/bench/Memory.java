package quorumbook.repl.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What our servers' processes hold in memory, as Linux counts it. */
final class Memory {
    private static final Path PROC = Path.of("/proc");

    private Memory() {}

    /** How a process' memory is counted: all that it maps, or shared pages divided among those that share them. */
    enum Count {
        RSS("Rss"),
        PSS("Pss");

        private final Pattern line;

        Count(String word) {
            this.line = Pattern.compile("(?m)^" + word + ":\\s+(\\d+) kB");
        }
    }

    static boolean isCountedHere() {
        return Files.isReadable(PROC.resolve("self").resolve("smaps_rollup"));
    }

    /** Megabytes of all server processes that this JVM has started. */
    static double ofServers(Count count) throws IOException {
        double sum = 0;
        for (ProcessHandle server : servers()) {
            sum += kilobytes(server.pid(), count) / 1024.0;
        }
        return sum;
    }

    private static List<ProcessHandle> servers() {
        Predicate<ProcessHandle> isServer = process -> process.info()
                .commandLine()
                .filter(line -> line.contains("-Dquorumbook.node="))
                .isPresent();
        return ProcessHandle.current().descendants().filter(isServer).toList();
    }

    private static long kilobytes(long pid, Count count) throws IOException {
        String text = Files.readString(PROC.resolve(Long.toString(pid)).resolve("smaps_rollup"));
        Optional<Matcher> found = Optional.of(count.line.matcher(text)).filter(Matcher::find);
        return Long.parseLong(found.orElseThrow(() -> new IOException("no " + count + " of process " + pid))
                .group(1));
    }
}
