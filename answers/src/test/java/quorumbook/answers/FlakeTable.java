package quorumbook.answers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a hunt has seen so far, as Markdown: each run with its time, each submission with its verdicts. */
record FlakeTable(int times, List<Row> rows) {
    FlakeTable {
        rows = List.copyOf(rows);
    }

    /**
     * One submission in one run.
     *
     * @param difference from what is due, with all that was seen; empty if there is none
     */
    record Row(
            int run,
            String runtime,
            String exercise,
            String submission,
            Duration took,
            String verdict,
            Optional<String> difference) {
        private String what() {
            return exercise + " | " + submission + " | " + runtime;
        }
    }

    /** The first row that is not as it is due, in words. */
    Optional<String> firstFlake() {
        return rows.stream()
                .filter(row -> row.difference().isPresent())
                .findFirst()
                .map(row -> "run " + row.run() + ", " + row.exercise() + ", " + row.submission() + ", servers as "
                        + row.runtime() + ": " + row.difference().get());
    }

    /** A run in a line, for the console. */
    String line(int run) {
        List<Row> of = rows.stream().filter(row -> row.run() == run).toList();
        return "run " + run + " of " + times + ": " + of.size() + " submissions in " + seconds(sum(of)) + ", "
                + flakes(of) + " not as due";
    }

    String markdown() {
        Map<Integer, List<Row>> runs = new TreeMap<>();
        Map<String, List<Row>> submissions = new LinkedHashMap<>();
        rows.forEach(row ->
                runs.computeIfAbsent(row.run(), unused -> new ArrayList<>()).add(row));
        rows.forEach(row -> submissions
                .computeIfAbsent(row.what(), unused -> new ArrayList<>())
                .add(row));
        StringBuilder text = new StringBuilder("# Flake hunt\n\n");
        text.append(runs.size()).append(" of ").append(times).append(" runs, ");
        text.append(rows.size())
                .append(" submissions judged, ")
                .append(flakes(rows))
                .append(" not as due.\n\n");
        firstFlake()
                .ifPresent(flake -> text.append("The first difference:\n\n```text\n")
                        .append(flake)
                        .append("\n```\n\n"));
        text.append("| run | submissions | time of all | not as due |\n|--:|--:|--:|--:|\n");
        runs.forEach((run, of) ->
                text.append("| " + run + " | " + of.size() + " | " + seconds(sum(of)) + " | " + flakes(of) + " |\n"));
        text.append("\n| exercise | submission | servers as | verdicts | shortest | median | longest |\n");
        text.append("|---|---|---|---|--:|--:|--:|\n");
        submissions.forEach((what, of) -> text.append("| " + what + " | " + verdicts(of) + " | " + times(of) + " |\n"));
        return text.toString();
    }

    private static String verdicts(List<Row> rows) {
        Map<String, Integer> counts = new TreeMap<>();
        rows.forEach(row -> counts.merge(row.verdict(), 1, Integer::sum));
        StringBuilder words = new StringBuilder();
        counts.forEach((verdict, count) -> words.append(words.isEmpty() ? "" : ", ")
                .append(count)
                .append(" ")
                .append(verdict));
        long flakes = flakes(rows);
        return words + (flakes == 0 ? "" : ", **" + flakes + " not as due**");
    }

    private static String times(List<Row> rows) {
        List<Duration> sorted = rows.stream().map(Row::took).sorted().toList();
        return seconds(sorted.get(0)) + " | " + seconds(sorted.get(sorted.size() / 2)) + " | "
                + seconds(sorted.get(sorted.size() - 1));
    }

    private static long flakes(List<Row> rows) {
        return rows.stream().filter(row -> row.difference().isPresent()).count();
    }

    private static Duration sum(List<Row> rows) {
        return rows.stream().map(Row::took).reduce(Duration.ZERO, Duration::plus);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
