package quorumbook.repl.report;

import java.util.List;
import quorumbook.repl.result.CheckResult;

/** What one check said, in full. */
final class CheckPart {
    /** As many characters of any one text are shown. */
    static final int MOST = 2_000;

    private CheckPart() {}

    /** @param moments links to where it broke in the timeline on the same page; may be empty */
    static void write(Html html, CheckResult check, List<Link> moments) {
        Standing standing = Standing.of(check.verdict());
        html.open("li", "class", standing.look()).open("p", "class", "claim");
        standing.badge(html);
        html.text(" ")
                .element("span", Plain.cut(check.claim(), MOST), "class", "words")
                .text(" ")
                .element("code", check.id())
                .close();
        html.open("dl");
        switch (check.verdict()) {
            case PASS -> row(html, "seen", check.why());
            case FAIL -> {
                row(html, "expected", check.expected());
                row(html, "actual", check.actual());
                code(html, check.see());
                where(html, moments);
                check.hint().ifPresent(hint -> hint(html, hint));
            }
            case UNKNOWN -> {
                row(html, "unknown", check.why());
                row(html, "next", check.see());
            }
            case SKIPPED -> row(html, "skipped", check.why());
        }
        html.close().close().line();
    }

    /** To a place on the same page. */
    record Link(String words, String anchor) {}

    static void row(Html html, String name, String text) {
        if (!text.isBlank()) {
            html.open("div", "class", name)
                    .element("dt", name)
                    .element("dd", Plain.cut(text.strip(), MOST))
                    .close();
        }
    }

    private static void code(Html html, String text) {
        if (!text.isBlank()) {
            html.open("div", "class", "see").element("dt", "see").open("dd");
            html.element("code", Plain.cut(text.strip(), MOST)).close().close();
        }
    }

    private static void hint(Html html, String hint) {
        if (!hint.isBlank()) {
            html.open("div", "class", "hint").element("dt", "hint").open("dd");
            HintWords.write(html, Plain.cut(hint.strip(), MOST));
            html.close().close();
        }
    }

    private static void where(Html html, List<Link> moments) {
        if (moments.isEmpty()) {
            return;
        }
        html.open("div", "class", "where").element("dt", "where").open("dd").text("it broke at ");
        for (int each = 0; each < moments.size(); each++) {
            html.text(each == 0 ? "" : ", ")
                    .element(
                            "a",
                            moments.get(each).words(),
                            "href",
                            "#" + moments.get(each).anchor());
        }
        html.close().close();
    }
}
