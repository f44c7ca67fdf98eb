package quorumbook.repl.engine;

import java.util.List;

/** What became of everything that was typed: a result for each snippet up to the first that did not succeed. */
public record Evaluation(List<Result> results) {
    public Evaluation {
        results = List.copyOf(results);
    }

    public boolean succeeded() {
        return results.stream().allMatch(Result::succeeded);
    }

    /** What {@code jshell} would print, line by line. */
    public List<String> shown() {
        return results.stream().flatMap(result -> result.shown().stream()).toList();
    }
}
