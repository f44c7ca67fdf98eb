package quorumbook.repl.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The values of one side, by the name of their figure. */
final class Tally {
    private final Map<String, List<Double>> values = new HashMap<>();

    void add(Map<String, Double> run) {
        run.forEach((name, value) ->
                values.computeIfAbsent(name, any -> new ArrayList<>()).add(value));
    }

    OptionalDouble median(String name) {
        List<Double> sorted = sorted(name);
        if (sorted.isEmpty()) {
            return OptionalDouble.empty();
        }
        int middle = sorted.size() / 2;
        return OptionalDouble.of(
                sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2);
    }

    /** {@code "0.31 s (0.28–0.40)"}: the median, and between what it lay. */
    String words(Figure figure) {
        List<Double> sorted = sorted(figure.name());
        if (sorted.isEmpty()) {
            return "";
        }
        Unit unit = figure.unit();
        String median = unit.words(median(figure.name()).orElseThrow());
        return sorted.size() == 1
                ? median
                : median + " (" + bare(unit.words(sorted.get(0))) + "–"
                        + bare(unit.words(sorted.get(sorted.size() - 1))) + ")";
    }

    private static String bare(String words) {
        return words.substring(0, words.indexOf(' '));
    }

    private List<Double> sorted(String name) {
        return values.getOrDefault(name, List.of()).stream().sorted().toList();
    }
}
