package quorumbook.repl.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quorumbook.repl.result.AttemptResult;
import quorumbook.repl.result.AttemptResult.Blame;
import quorumbook.repl.result.CheckResult;
import quorumbook.repl.result.Outcome;
import quorumbook.repl.rubric.CheckPoints;
import quorumbook.repl.rubric.Points;
import quorumbook.repl.rubric.Scored;

/**
 * One line of a result as every format tells it, its texts clean already: a check, or, where checks are missing, what became
 * of the rest. The rows' points add up to the exercise's, and there is always a row.
 *
 * @param id of the check; unique among the rows of an exercise, and the same in every run
 * @param claim a sentence
 * @param message what to say on one line; empty for a pass
 * @param detail the same with all that is known, on several lines
 * @param open whether a person must look before this is called nothing
 */
record Row(
        String id,
        String claim,
        Outcome verdict,
        String message,
        String detail,
        BigDecimal earned,
        BigDecimal max,
        boolean open) {
    static final String REST = "the-whole-was-judged";

    private static final String SAFETY = "safety:   if this is broken, the exercise is capped";
    private static final int LONGEST_LINE = 400;
    private static final int LONGEST_TEXT = 4_000;

    static List<Row> of(Scored scored) {
        AttemptResult result = scored.result();
        Points points = scored.points();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < result.checks().size(); i++) {
            rows.add(of(result.checks().get(i), points.checks().get(i)));
        }
        if (rows.isEmpty() || result.trouble().isPresent() || rows.size() < result.declared()) {
            rows.add(rest(result, points));
        }
        return rows;
    }

    private static Row of(CheckResult check, CheckPoints points) {
        return new Row(
                CleanText.line(check.id(), LONGEST_LINE),
                CleanText.line(check.claim(), LONGEST_LINE),
                check.verdict(),
                CleanText.line(message(check), LONGEST_LINE),
                CleanText.block(detail(check, points), LONGEST_TEXT),
                points.earned(),
                points.max(),
                points.open());
    }

    private static Row rest(AttemptResult result, Points points) {
        boolean charged = result.trouble().isPresent() && result.blame() == Blame.LEARNER;
        String why = result.trouble()
                .orElseGet(() -> result.checks().size() + " of " + result.declared() + " checks said something");
        List<String> lines = new ArrayList<>(List.of(why));
        lines.addAll(result.limits());
        if (!charged) {
            lines.add("This is not the learner's doing; a person should look.");
        }
        return new Row(
                REST,
                "the whole exercise was judged",
                charged ? Outcome.SKIPPED : Outcome.UNKNOWN,
                CleanText.line(why, LONGEST_LINE),
                CleanText.block(String.join("\n", lines), LONGEST_TEXT),
                BigDecimal.ZERO.setScale(2),
                points.rest(),
                !charged);
    }

    private static String message(CheckResult check) {
        return switch (check.verdict()) {
            case PASS -> "";
            case FAIL -> "expected " + check.expected() + ", but " + check.actual();
            case UNKNOWN -> "nobody can tell: " + check.why();
            case SKIPPED ->
                "not run: " + check.needs().map(id -> "depends on '" + id + "'").orElse(check.why());
        };
    }

    private static String detail(CheckResult check, CheckPoints points) {
        List<String> lines = new ArrayList<>();
        switch (check.verdict()) {
            case PASS -> add(lines, "", check.why());
            case FAIL -> {
                add(lines, "expected: ", check.expected());
                add(lines, "actual:   ", check.actual());
                add(lines, "see:      ", check.see());
                add(lines, "hint:     ", check.hint().orElse(""));
            }
            case UNKNOWN -> {
                add(lines, "nobody can tell: ", check.why());
                add(lines, "next: ", check.see());
                lines.add("This is not the learner's doing; a person should look.");
            }
            case SKIPPED -> lines.add(message(check));
        }
        if (points.safety()) {
            lines.add(SAFETY);
        }
        return String.join("\n", lines);
    }

    private static void add(List<String> lines, String label, String text) {
        Optional.of(text).filter(each -> !each.isBlank()).ifPresent(each -> lines.add(label + each));
    }
}
