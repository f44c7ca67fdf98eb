package quorumbook.labs.kafka;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Yes or no for 0, 1, 2 and 3 dead brokers. */
record TableRow(List<Boolean> cells) {
    private static final Map<String, Boolean> WORDS =
            Map.of("yes", true, "y", true, "true", true, "no", false, "n", false, "false", false);

    TableRow {
        cells = List.copyOf(cells);
    }

    /** Reads {@code yes yes no no}; empty for anything but four such words. */
    static Optional<TableRow> parse(String answer) {
        List<String> words =
                Arrays.asList(answer.strip().toLowerCase(Locale.ROOT).split("[\\s,;|]+"));
        return words.size() == NMinusOne.BROKERS + 1 && WORDS.keySet().containsAll(words)
                ? Optional.of(new TableRow(words.stream().map(WORDS::get).toList()))
                : Optional.empty();
    }

    /** Reads {@code 0}, {@code none}, {@code 15}. */
    static Optional<Integer> count(String answer) {
        String word = answer.strip().toLowerCase(Locale.ROOT);
        if (word.equals("none") || word.equals("nothing")) {
            return Optional.of(0);
        }
        return word.matches("\\d{1,6}") ? Optional.of(Integer.parseInt(word)) : Optional.empty();
    }

    @Override
    public String toString() {
        return cells.stream().map(cell -> cell ? "yes" : "no").collect(Collectors.joining(" "));
    }
}
