package quorumbook.repl.rubric;

import java.util.List;
import java.util.Set;

/**
 * The checks of an exercise, as its lab declares them.
 *
 * @param checks their ids, in the exercise's order
 * @param safety those of them that hold before anything is done
 */
public record Declared(List<String> checks, Set<String> safety) {
    public Declared {
        checks = List.copyOf(checks);
        safety = Set.copyOf(safety);
        if (checks.isEmpty() || safety.containsAll(checks) || !checks.containsAll(safety)) {
            throw new IllegalArgumentException(
                    "an exercise has checks, and not all are about safety: " + checks + ", safety " + safety);
        }
    }

    /** What a check is worth where no rubric says anything of it. */
    Worth.Share share(String check) {
        return safety.contains(check) ? Worth.Share.SAFETY : Worth.Share.EQUAL;
    }
}
