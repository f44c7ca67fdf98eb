package quorumbook.labs;

import java.util.regex.Pattern;

/** Which lab: its track and its name, written {@code zookeeper/tree}; the same words name its lesson and its answers. */
public record LabId(String track, String name) {
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]*");

    public LabId {
        if (!WORD.matcher(track).matches() || !WORD.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'" + track + "/" + name + "' is no exercise; they are written like zookeeper/tree");
        }
    }

    /** Reads {@code zookeeper/tree}. */
    public static LabId of(String written) {
        int slash = written.indexOf('/');
        return new LabId(written.substring(0, Math.max(slash, 0)), written.substring(slash + 1));
    }

    @Override
    public String toString() {
        return track + "/" + name;
    }
}
