package quorumbook.repl.format;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import quorumbook.repl.file.WholeFile;
import quorumbook.repl.result.AttemptResult;
import quorumbook.repl.result.Outcome;
import quorumbook.repl.rubric.Scored;

/**
 * Two tables in RFC 4180: {@code gradebook.csv}, a row for each learner and a column for each exercise, and {@code
 * attempts.csv}, a row for each attempt. Points that are open are an empty cell in the gradebook, and so is a sum of which
 * they are a part: a course's system would take any number for the last word.
 */
final class GradebookCsv implements Format {
    private static final List<String> ATTEMPT = List.of(
            "learner",
            "exercise",
            "verdict",
            "points",
            "max",
            "open",
            "capped",
            "passed",
            "declared",
            "trouble",
            "limits",
            "seed",
            "attempt",
            "graded at");
    private static final int LONGEST_CELL = 300;

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public List<Path> write(Path folder, List<Scored> results) throws IOException {
        return List.of(
                WholeFile.write(folder.resolve("gradebook.csv"), gradebook(results)),
                WholeFile.write(folder.resolve("attempts.csv"), attempts(results)));
    }

    private static String gradebook(List<Scored> results) {
        SortedSet<String> exercises =
                results.stream().map(each -> each.result().exercise()).collect(Collectors.toCollection(TreeSet::new));
        StringBuilder table = new StringBuilder();
        List<String> titles = new ArrayList<>(List.of("learner"));
        titles.addAll(exercises);
        titles.addAll(List.of("total", "max", "open", "for a person to see"));
        line(table, titles);
        for (Map.Entry<String, List<Scored>> learner :
                Ordered.byLearner(results).entrySet()) {
            Map<String, Scored> own = learner.getValue().stream()
                    .collect(Collectors.toMap(each -> each.result().exercise(), each -> each, (one, other) -> other));
            List<String> cells = new ArrayList<>(List.of(learner.getKey()));
            exercises.forEach(exercise -> cells.add(own.containsKey(exercise) ? points(own.get(exercise)) : ""));
            List<Scored> all = List.copyOf(own.values());
            List<String> open = own.values().stream()
                    .filter(Scored::isForAPerson)
                    .map(each -> each.result().exercise())
                    .sorted()
                    .toList();
            cells.add(open.isEmpty() ? plain(Sums.of(all, each -> each.points().earned())) : "");
            cells.add(plain(Sums.of(all, each -> each.points().max())));
            cells.add(plain(Sums.of(all, each -> each.points().open())));
            cells.add(String.join(" ", open));
            line(table, cells);
        }
        return table.toString();
    }

    private static String points(Scored each) {
        return each.isForAPerson() ? "" : plain(each.points().earned());
    }

    private static String attempts(List<Scored> results) {
        StringBuilder table = new StringBuilder();
        line(table, ATTEMPT);
        Ordered.sorted(results).forEach(each -> line(table, attempt(each)));
        return table.toString();
    }

    /** The cells under {@link #ATTEMPT}. */
    private static List<String> attempt(Scored each) {
        AttemptResult result = each.result();
        long passed = result.checks().stream()
                .filter(check -> check.verdict() == Outcome.PASS)
                .count();
        return List.of(
                result.learner(),
                result.exercise(),
                Words.of(result.verdict()),
                points(each),
                plain(each.points().max()),
                plain(each.points().open()),
                each.points().capped().orElse(""),
                Long.toString(passed),
                Integer.toString(result.declared()),
                result.trouble().orElse(""),
                String.join("; ", result.limits()),
                // A spreadsheet would round a number of 19 digits.
                "seed " + result.seed(),
                result.attempt(),
                result.gradedAt().toString());
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }

    private static void line(StringBuilder table, List<String> cells) {
        table.append(cells.stream().map(GradebookCsv::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    /** A cell that no spreadsheet takes for a formula. */
    private static String cell(String text) {
        String clean = CleanText.line(text, LONGEST_CELL);
        String inert = clean.matches("(?s)[=+\\-@\uff1d\uff0b\uff0d\uff20|%].*") ? "'" + clean : clean;
        boolean plain = inert.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';');
        return plain ? inert : '"' + inert.replace("\"", "\"\"") + '"';
    }
}
