package quorumbook.labs.observe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who watches what, as one server says: watches of children are not among them.
 *
 * @param sessions for each watched path the sessions that watch it; each once, however often it asked
 */
public record Watches(Map<String, List<Long>> sessions) {
    private static final Pattern WATCHER = Pattern.compile("\\s+0x(\\p{XDigit}{1,16})");

    /**
     * Reads the answer to {@code wchp}: a line for the path, then one for each session, indented. Where nobody watches
     * anything, it is a line end.
     *
     * @see <a href="https://zookeeper.apache.org/doc/current/zookeeperAdmin.html#sc_4lw">The four-letter words</a>
     */
    public static Watches of(String wchp) {
        Map<String, List<Long>> sessions = new LinkedHashMap<>();
        List<Long> watchers = new ArrayList<>();
        for (String line : wchp.lines().toList()) {
            Matcher watcher = WATCHER.matcher(line);
            if (watcher.matches()) {
                watchers.add(Long.parseUnsignedLong(watcher.group(1), 16));
            } else if (!line.isEmpty()) {
                watchers = sessions.computeIfAbsent(line, path -> new ArrayList<>());
            }
        }
        return new Watches(sessions);
    }

    /** How many sessions watch that path. */
    public int on(String path) {
        return sessions.getOrDefault(path, List.of()).size();
    }

    /** The paths that session watches, in their order. */
    public List<String> by(long session) {
        return sessions.entrySet().stream()
                .filter(entry -> entry.getValue().contains(session))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
