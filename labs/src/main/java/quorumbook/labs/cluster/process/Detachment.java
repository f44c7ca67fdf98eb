package quorumbook.labs.cluster.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import quorumbook.labs.cluster.process.guard.Guard;

/**
 * How Ctrl-C at the prompt is kept away from the servers: the terminal sends it to every process of its foreground group,
 * and a child is born into the group of its parent.
 */
enum Detachment {
    /** A session, and so a process group, of its own. */
    SESSION("each server has a session of its own (setsid)"),
    /** No setsid, as on macOS: born with the terminal's signals ignored, which a JVM then leaves so. */
    DEAF("each server ignores the terminal's signals (no setsid on the PATH)"),
    /** No POSIX shell: the server's JVM is told to ignore them when it begins. */
    DEAFENED("each server ignores Ctrl-C (Windows)");

    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    private final String words;

    Detachment(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    static Detachment here() {
        if (WINDOWS) {
            return DEAFENED;
        }
        return isOnPath("setsid") ? SESSION : DEAF;
    }

    /** The command that starts {@code java} so, without another process in between: the pid is the server's. */
    List<String> command(List<String> java) {
        return switch (this) {
            case SESSION -> joined(List.of("setsid"), java);
            case DEAF -> joined(List.of("sh", "-c", "trap '' INT QUIT TSTP; exec \"$@\"", "sh"), java);
            case DEAFENED -> joined(List.of(java.get(0), "-D" + Guard.DEAF + "=true"), java.subList(1, java.size()));
        };
    }

    /** The same at the lowest priority, where there is a way to say so. */
    List<String> politeCommand(List<String> java) {
        return command(!WINDOWS && isOnPath("nice") ? joined(List.of("nice", "-n", "19"), java) : java);
    }

    static boolean isOnPath(String tool) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(Pattern.quote(File.pathSeparator)))
                .anyMatch(folder -> !folder.isEmpty() && Files.isExecutable(Path.of(folder, tool)));
    }

    private static List<String> joined(List<String> first, List<String> then) {
        List<String> all = new ArrayList<>(first);
        all.addAll(then);
        return all;
    }
}
