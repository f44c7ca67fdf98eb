package quorumbook.labs.cell;

import java.util.Locale;

/** What a stranger's program may not have without end. */
public enum Limit {
    PROCESSES("started more processes and threads than it may"),
    MEMORY("took more memory than it may"),
    DISK("wrote more to the disk than it may"),
    OUTPUT("printed more than it may"),
    TIME("ran longer than it may"),
    COMPILATION("took longer or more memory to compile than it may"),
    /** By what it sends to the lab's servers. */
    TRAFFIC("sent more to the servers than it may");

    private final String words;

    Limit(String words) {
        this.words = words;
    }

    /** What the program did, to go after its name. */
    public String words() {
        return words;
    }

    /** As it stands in a result: {@code "limit: memory"}. */
    @Override
    public String toString() {
        return "limit: " + name().toLowerCase(Locale.ROOT);
    }
}
