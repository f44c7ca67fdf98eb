package quorumbook.labs.kafka;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a learner answered about keys. */
final class Answers {
    private static final Pattern PAIR = Pattern.compile("(\\S+?)\\s*[=:]\\s*(\\d{1,4})");
    // Java writes lists and maps with brackets: an answer may be the text of one.
    private static final String BETWEEN = "[\\s,;{}\\[\\]]+";

    private Answers() {}

    /** Reads {@code ana-1f=2 ben-2c=0}; empty unless each key is there once and nothing else is. */
    static Optional<Map<String, Integer>> partitions(String answer, Collection<String> keys) {
        Map<String, Integer> partitions = new LinkedHashMap<>();
        Matcher pair = PAIR.matcher(bare(answer));
        while (pair.find()) {
            partitions.put(pair.group(1), Integer.parseInt(pair.group(2)));
        }
        return partitions.keySet().equals(Set.copyOf(keys)) ? Optional.of(partitions) : Optional.empty();
    }

    /** Reads {@code ana-1f ben-2c}, or {@code none}; empty if a word is no key. */
    static Optional<Set<String>> keys(String answer, Collection<String> keys) {
        Set<String> named = new TreeSet<>(Arrays.asList(bare(answer).split(" ")));
        if (named.equals(Set.of("none")) || named.equals(Set.of(""))) {
            return Optional.of(Set.of());
        }
        return keys.containsAll(named) ? Optional.of(named) : Optional.empty();
    }

    private static String bare(String answer) {
        return answer.replaceAll(BETWEEN, " ").strip();
    }
}
