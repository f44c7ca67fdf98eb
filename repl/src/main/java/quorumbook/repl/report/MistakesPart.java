package quorumbook.repl.report;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import quorumbook.repl.report.Gradebook.Exercise;
import quorumbook.repl.report.KnownMistakes.Mistake;
import quorumbook.repl.report.WrongAnswers.Group;
import quorumbook.repl.result.AttemptResult;
import quorumbook.repl.result.CheckResult;

/** Exercise by exercise: which wrong answers how many learners gave, by name where one is known. */
final class MistakesPart {
    /** As many kinds of evidence of one check are shown, and as many names beside a group. */
    private static final int SHOWN = 3;

    private static final int NAMES = 12;

    private final Gradebook book;
    private final Optional<KnownMistakes> known;
    private final UnaryOperator<String> pages;

    MistakesPart(Gradebook book, Optional<KnownMistakes> known, UnaryOperator<String> pages) {
        this.book = book;
        this.known = known;
        this.pages = pages;
    }

    void writeTo(Html html) {
        html.open("section", "aria-labelledby", "mistakes")
                .element("h2", "Which wrong answers were given", "id", "mistakes");
        html.element(
                "p",
                known.isPresent()
                        ? "A wrong answer has a name if the same checks fail with the same evidence as in the bundle of "
                                + "answers. Names and numbers that are drawn anew for each attempt are not compared."
                        : "Wrong answers have no names here: no bundle of answers was given (--answers).",
                "class",
                "about");
        book.exercises().forEach(exercise -> exercise(html, exercise));
        html.close().line();
    }

    private void exercise(Html html, Exercise exercise) {
        List<Group> groups = WrongAnswers.in(book.of(exercise), known);
        html.open("article", "class", "exercise", "aria-labelledby", exercise.anchor())
                .open("h3", "id", exercise.anchor())
                .text(Plain.cut(exercise.title(), 200) + " ")
                .element("code", exercise.id())
                .close();
        html.open("div", "class", "summary small");
        Document.tally(html, book.tally(exercise), book.learners().size());
        html.close();
        if (groups.isEmpty()) {
            html.element("p", "Nobody gave a wrong answer.", "class", "about");
        } else {
            html.open("ol", "class", "mistakes");
            groups.forEach(group -> group(html, exercise, group));
            html.close();
        }
        html.close().line();
    }

    private void group(Html html, Exercise exercise, Group group) {
        html.open("li").open("p", "class", "count");
        html.element("b", String.valueOf(group.count()))
                .text(group.count() == 1 ? " learner" : " learners")
                .close()
                .open("div", "class", "mistake");
        name(html, group);
        evidence(html, group);
        who(html, exercise, group.results());
        html.close().close().line();
    }

    private static boolean caughtBy(Group group, String check) {
        return group.names().stream().anyMatch(name -> name.caughtBy().equals(check));
    }

    private void name(Html html, Group group) {
        List<Mistake> names = group.names();
        if (names.isEmpty()) {
            String claims = group.evidence().values().stream()
                    .map(kinds -> "“" + Plain.cut(kinds.get(0).claim(), 200) + "”")
                    .reduce((one, other) -> one + "; " + other)
                    .orElse("");
            html.open("p", "class", "name unnamed")
                    .text("Does not hold: ")
                    .text(claims)
                    .close();
            return;
        }
        if (names.size() > 1) {
            html.element("p", "One of these; the evidence is the same for each:", "class", "either");
        }
        if (names.size() > SHOWN) {
            html.open("p", "class", "name");
            for (int each = 0; each < names.size(); each++) {
                html.text(each == 0 ? "" : ", ").element("code", names.get(each).name());
            }
            html.close();
            return;
        }
        for (Mistake name : names) {
            html.open("p", "class", "name").element("code", name.name());
            if (!name.why().isEmpty()) {
                html.text(" ").element("span", name.why(), "class", "why");
            }
            html.close();
        }
    }

    /** Is there at once where no name says what was wrong. */
    private static void evidence(Html html, Group group) {
        if (!group.names().isEmpty()) {
            html.open("details").element("summary", "Evidence");
        }
        group.evidence().forEach((check, kinds) -> evidence(html, kinds, caughtBy(group, check)));
        if (!group.names().isEmpty()) {
            html.close();
        }
    }

    private static void evidence(Html html, List<CheckResult> kinds, boolean caught) {
        CheckResult first = kinds.get(0);
        html.open("div", "class", "evidence").open("p", "class", "claim");
        html.element("span", "✗", "class", "sign", "aria-hidden", "true")
                .text(" ")
                .element("span", "fail:", "class", "unseen")
                .text(" " + Plain.cut(first.claim(), 200) + " ")
                .element("code", first.id());
        if (caught) {
            html.text(" ").element("span", "catches it", "class", "note");
        }
        html.close().open("dl");
        CheckPart.row(html, "expected", first.expected());
        kinds.stream()
                .map(CheckResult::actual)
                .distinct()
                .limit(SHOWN)
                .forEach(actual -> CheckPart.row(html, "actual", actual));
        html.close();
        long more = kinds.stream().map(CheckResult::actual).distinct().count() - SHOWN;
        if (more > 0) {
            html.element("p", "and " + more + " more of the kind", "class", "about");
        }
        html.close();
    }

    private void who(Html html, Exercise exercise, List<AttemptResult> results) {
        if (results.size() > NAMES) {
            html.open("details").element("summary", "Who: " + results.size() + " learners");
        }
        html.open("p", "class", "learners");
        for (int each = 0; each < results.size(); each++) {
            String learner = results.get(each).learner();
            html.text(each == 0 ? "" : ", ");
            ClassPage.learner(html, learner, pages.apply(learner) + "#" + exercise.anchor());
        }
        html.close();
        if (results.size() > NAMES) {
            html.close();
        }
    }
}
