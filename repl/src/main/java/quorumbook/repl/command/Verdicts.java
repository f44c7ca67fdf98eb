package quorumbook.repl.command;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import quorumbook.labs.Report;
import quorumbook.labs.Report.Judged;
import quorumbook.labs.Verdict;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;

/** How a report looks: each claim with its verdict; what failed with expected, actual and the command that shows it. */
public final class Verdicts {
    private static final int INDENT = 12;
    private static final int MOST_MOMENTS = 4;

    private Verdicts() {}

    public static Page page(Report report) {
        return page(report, judged -> List.of());
    }

    /** @param moments the numbers of the moments of the timeline in which a claim broke */
    static Page page(Report report, Function<Judged, List<Integer>> moments) {
        return Page.writing()
                .page(claims(report, moments))
                .gap()
                .page(closing(report))
                .done();
    }

    /** The claims alone, without a word to the learner. */
    public static Page claims(Report report) {
        return claims(report, judged -> List.of());
    }

    private static Page claims(Report report, Function<Judged, List<Integer>> moments) {
        Page.Writing page = Page.writing();
        List<Judged> judged = report.judged();
        for (int each = 0; each < judged.size(); each++) {
            boolean saidBelow = each + 1 < judged.size()
                    && judged.get(each).verdict().equals(judged.get(each + 1).verdict());
            claim(page, judged.get(each), saidBelow ? Reasons.SAID_BELOW : Reasons.SAID);
            if (!saidBelow) {
                where(page, moments.apply(judged.get(each)));
            }
        }
        return page.done();
    }

    /** Whether a verdict's reason is said, or is the same as that of the next. */
    private enum Reasons {
        SAID,
        SAID_BELOW
    }

    private static void claim(Page.Writing page, Judged judged, Reasons reasons) {
        Verdict verdict = judged.verdict();
        page.indented(
                2,
                mark(verdict),
                Span.plain(" " + judged.check().claim() + "  "),
                Span.faint(judged.check().id()));
        if (reasons == Reasons.SAID_BELOW) {
            return;
        }
        if (verdict instanceof Verdict.Fail fail) {
            row(page, "expected", Span.plain(fail.expected()));
            row(page, "actual", Span.bad(fail.actual()));
            row(page, "see", Span.code(fail.see()));
        } else if (verdict instanceof Verdict.Unknown unknown) {
            row(page, "unknown", Span.warning(unknown.why()));
            row(page, "next", Span.plain(unknown.next()));
        } else if (verdict instanceof Verdict.Skipped skipped) {
            row(page, "skipped", Span.faint(skipped.why()));
        }
    }

    private static void where(Page.Writing page, List<Integer> moments) {
        if (!moments.isEmpty()) {
            String others = moments.stream()
                    .skip(1)
                    .limit(MOST_MOMENTS)
                    .map(number -> ", " + number)
                    .collect(Collectors.joining());
            String numbers = others.isEmpty() ? "moment " + moments.get(0) : "moments " + moments.get(0) + others;
            page.indented(
                    INDENT,
                    Span.faint(padded("where")),
                    Span.code("/timeline " + moments.get(0)),
                    Span.faint("  it broke at " + numbers));
        }
    }

    private static String padded(String name) {
        return "  " + name + " ".repeat(INDENT - 2 - name.length());
    }

    private static void row(Page.Writing page, String name, Span words) {
        page.indented(INDENT, Span.faint(padded(name)), words);
    }

    private static Span mark(Verdict verdict) {
        switch (verdict.outcome()) {
            case PASS:
                return Span.good("✓");
            case FAIL:
                return Span.bad("✗");
            case UNKNOWN:
                return Span.warning("?");
            default:
                return Span.faint("–");
        }
    }

    private static Page closing(Report report) {
        switch (report.outcome()) {
            case PASS:
                return Page.of(Span.good("Solved."), Span.plain(" /next goes on."));
            case FAIL:
                return Page.of(Span.plain("Not yet. "), Span.code("/hint"), Span.plain(" helps."));
            default:
                return Page.of(Span.plain("We could not tell, and that is not your fault. Nothing is counted."));
        }
    }

    /** The ids of the checks that failed. */
    public static List<String> failed(Report report) {
        return report.judged().stream()
                .filter(judged -> judged.verdict() instanceof Verdict.Fail)
                .map(judged -> judged.check().id())
                .toList();
    }
}
