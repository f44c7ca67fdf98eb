package quorumbook.repl.timeline;

import java.util.Set;
import java.util.TreeSet;

/**
 * A fault from its beginning to its healing.
 *
 * @param words as the history calls it: {@code "zk3 paused"}
 * @param lanes the servers that it was proved at
 * @param from the number of the moment with which it begins
 * @param to the number of the moment with which it is healed; past the last one if it lasts
 */
public record Trouble(String words, Set<Lane> lanes, int from, int to) {
    public Trouble {
        lanes = java.util.Collections.unmodifiableSet(new TreeSet<>(lanes));
    }

    boolean follows(int number) {
        return from <= number && number < to;
    }
}
