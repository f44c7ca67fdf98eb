package quorumbook.labs.zookeeper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** All values that a counter was given, one after the other: what it holds in the end may have been put right. */
final class Writes {
    private Writes() {}

    /** What was noted with blanks in between. */
    static List<String> values(String noted) {
        return noted.isEmpty() ? List.of() : List.of(noted.split(" ", -1));
    }

    /** The value as a number; empty if it is none, or has more than 18 digits. */
    static OptionalLong number(String value) {
        return value.matches("-?[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(value)) : OptionalLong.empty();
    }

    /** What is wrong if not every write moved the value by 1; empty if every one did. */
    static Optional<String> wrong(List<String> values, long start) {
        List<Long> moves = new ArrayList<>();
        long before = start;
        for (String value : values) {
            OptionalLong number = number(value);
            if (number.isEmpty()) {
                return Optional.of("one write set it to " + Typed.visible(value));
            }
            moves.add(number.getAsLong() - before);
            before = number.getAsLong();
        }
        if (moves.stream().allMatch(by -> by == 1)) {
            return Optional.empty();
        }
        long lost = values.size() - (before - start);
        return Optional.of(
                lost > 0
                        ? lost + " updates are lost: overwritten by one that had read the same value"
                        : "it is right only in sum: one write moved it by "
                                + moves.stream()
                                        .mapToLong(Long::longValue)
                                        .max()
                                        .orElse(0) + " updates");
    }
}
