package quorumbook.repl.grade;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;
import quorumbook.repl.result.AttemptResult;
import quorumbook.repl.result.Outcome;

/** What a run came to, on a page: how many learners passed, failed and so on in each exercise, and what a person must see. */
public final class Summary {
    private static final List<String> HEADER = List.of("exercise", "pass", "fail", "unknown", "skipped");
    private static final int MOST = 10;

    private Summary() {}

    public static Page page(List<AttemptResult> results) {
        Map<String, List<AttemptResult>> exercises = results.stream()
                .collect(Collectors.groupingBy(AttemptResult::exercise, TreeMap::new, Collectors.toList()));
        List<List<Span>> rows = new ArrayList<>();
        exercises.forEach((exercise, each) -> rows.add(row(exercise, each)));
        if (exercises.size() > 1) {
            rows.add(row("all", results));
        }
        Page.Writing page = Page.writing().table(HEADER, rows);
        List<AttemptResult> unknown = results.stream()
                .filter(result -> result.verdict() == Outcome.UNKNOWN)
                .sorted(Comparator.comparing(AttemptResult::learner).thenComparing(AttemptResult::exercise))
                .toList();
        if (!unknown.isEmpty()) {
            page.gap().line(Span.warning("To be looked at by a person; nobody is charged for it:"));
            unknown.stream().limit(MOST).forEach(result -> page.indented(4, Span.plain("  " + words(result))));
            if (unknown.size() > MOST) {
                page.line(Span.plain("  and " + (unknown.size() - MOST) + " more, in " + VerdictTable.FILE));
            }
        }
        return page.done();
    }

    /** One unknown, in a line: whose, in what, and why. */
    public static String words(AttemptResult result) {
        String why = result.trouble()
                .orElseGet(() -> result.checks().stream()
                        .filter(check -> check.verdict() == Outcome.UNKNOWN)
                        .map(check -> check.id() + ": " + check.why())
                        .findFirst()
                        .orElse("not all of its checks were made"));
        return result.learner() + ", " + result.exercise() + ": " + why;
    }

    private static List<Span> row(String name, List<AttemptResult> results) {
        return List.of(
                Span.plain(name),
                count(results, Outcome.PASS),
                count(results, Outcome.FAIL),
                count(results, Outcome.UNKNOWN),
                count(results, Outcome.SKIPPED));
    }

    private static Span count(List<AttemptResult> results, Outcome outcome) {
        long count =
                results.stream().filter(result -> result.verdict() == outcome).count();
        return count == 0 ? Span.faint("0") : Span.plain(Long.toString(count));
    }
}
