package quorumbook.repl.command;

import java.util.List;
import quorumbook.labs.Report;
import quorumbook.labs.Report.Judged;
import quorumbook.labs.Verdict;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;

/** How a report looks: each claim with its verdict; what failed with expected, actual and the command that shows it. */
public final class Verdicts {
    private static final int INDENT = 12;

    private Verdicts() {}

    public static Page page(Report report) {
        Page.Writing page = Page.writing();
        List<Judged> judged = report.judged();
        for (int each = 0; each < judged.size(); each++) {
            boolean saidBelow = each + 1 < judged.size()
                    && judged.get(each).verdict().equals(judged.get(each + 1).verdict());
            claim(page, judged.get(each), saidBelow ? Reasons.SAID_BELOW : Reasons.SAID);
        }
        page.gap();
        return page.page(closing(report)).done();
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

    private static void row(Page.Writing page, String name, Span words) {
        page.indented(INDENT, Span.faint("  " + name + " ".repeat(INDENT - 2 - name.length())), words);
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
