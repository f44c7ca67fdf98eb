package quorumbook.repl.report;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import quorumbook.repl.report.Gradebook.Exercise;
import quorumbook.repl.result.AttemptResult;
import quorumbook.repl.result.CheckResult;

/** The table of learners and exercises: its head and its names stay while it scrolls. */
final class MatrixPart {
    /** As many exercises fit side by side on a desk's screen. */
    private static final int SIDE_BY_SIDE = 14;

    private final Gradebook book;
    private final UnaryOperator<String> pages;

    MatrixPart(Gradebook book, UnaryOperator<String> pages) {
        this.book = book;
        this.pages = pages;
    }

    void writeTo(Html html) {
        html.open("section", "aria-labelledby", "learners")
                .element("h2", "Learners and exercises", "id", "learners", "tabindex", "-1");
        legend(html);
        boolean fits = book.exercises().size() <= SIDE_BY_SIDE;
        html.open(
                        "div",
                        "class",
                        fits ? "matrix fits" : "matrix",
                        "tabindex",
                        "0",
                        "role",
                        "region",
                        "aria-labelledby",
                        "learners")
                .open("table");
        head(html);
        html.open("tbody").line();
        book.learners().forEach(learner -> row(html, learner));
        html.close().close().close().close().line();
    }

    private void legend(Html html) {
        html.open("ul", "class", "signs");
        for (Standing standing : Gradebook.shown(book.tally())) {
            html.open("li");
            standing.badge(html);
            html.text(" " + standing.meaning()).close();
        }
        html.close().line();
    }

    private void head(Html html) {
        html.open("thead").open("tr");
        html.element("th", "Learner", "scope", "col", "rowspan", "2", "class", "who");
        book.tracks()
                .forEach((track, exercises) -> html.element(
                        "th",
                        track,
                        "scope",
                        "colgroup",
                        "class",
                        "track",
                        "colspan",
                        String.valueOf(exercises.size())));
        html.element("th", "Passed", "scope", "col", "rowspan", "2", "class", "number")
                .close()
                .line()
                .open("tr");
        inTracks((exercise, first) -> html.open("th", "scope", "col", "class", "exercise" + first)
                .element("a", exercise.name(), "href", "#" + exercise.anchor(), "title", exercise.title())
                .close());
        html.close().line().open("tr", "class", "passed").element("th", "Passed", "scope", "row", "class", "who");
        inTracks((exercise, first) ->
                html.element("td", share(book.tally(exercise), book.learners().size()), "class", first.strip()));
        html.element(
                        "td",
                        share(
                                book.tally(),
                                book.learners().size() * book.exercises().size()),
                        "class",
                        "number")
                .close()
                .close()
                .line();
    }

    private interface Cell {
        void write(Exercise exercise, String first);
    }

    /** Cells in their order; where a track begins, the class says so. */
    private void inTracks(Cell cell) {
        for (List<Exercise> track : book.tracks().values()) {
            for (Exercise exercise : track) {
                cell.write(exercise, exercise.equals(track.get(0)) ? " first" : "");
            }
        }
    }

    private static String share(Map<Standing, Integer> tally, int all) {
        return tally.getOrDefault(Standing.PASS, 0) + "/" + all;
    }

    private void row(Html html, String learner) {
        html.open("tr").open("th", "scope", "row", "class", "who", "title", Plain.cut(learner, 200));
        ClassPage.learner(html, learner, pages.apply(learner));
        html.close();
        inTracks((exercise, first) -> cell(html, learner, exercise, first));
        html.element("td", share(book.tally(learner), book.exercises().size()), "class", "number")
                .close()
                .line();
    }

    private void cell(Html html, String learner, Exercise exercise, String first) {
        Standing standing = book.standing(learner, exercise);
        html.open("td", "class", standing.look() + first);
        if (standing == Standing.ABSENT) {
            standing.writeTo(html);
        } else {
            String said = book.at(learner, exercise).map(MatrixPart::said).orElse("");
            String name = standing.word() + ": " + Plain.cut(learner, 80) + ", " + exercise.id();
            html.open("a", "href", pages.apply(learner) + "#" + exercise.anchor(), "title", said, "aria-label", name);
            standing.writeTo(html);
            html.close();
        }
        html.close();
    }

    /** What is shown where the pointer rests; the same is on the learner's page. */
    private static String said(AttemptResult result) {
        String failed = WrongAnswers.failed(result).map(CheckResult::id).collect(Collectors.joining(", "));
        return result.exercise() + (failed.isEmpty() ? "" : ": " + failed);
    }
}
