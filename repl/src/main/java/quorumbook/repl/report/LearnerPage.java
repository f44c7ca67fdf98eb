package quorumbook.repl.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import quorumbook.labs.history.History;
import quorumbook.repl.report.Gradebook.Exercise;
import quorumbook.repl.result.AttemptResult;

/** What one learner's submissions came to, exercise by exercise; names no wrong answer, for the learner may read it. */
final class LearnerPage {
    private final Gradebook book;
    private final String learner;
    private final Function<AttemptResult, Optional<History>> histories;

    LearnerPage(Gradebook book, String learner, Function<AttemptResult, Optional<History>> histories) {
        this.book = book;
        this.learner = learner;
        this.histories = histories;
    }

    /** @param up the address of the page of the class */
    String page(String up) {
        String name = Plain.cut(learner, 80);
        return Document.of(name, html -> {
            html.element("a", "To the exercises", "class", "skip", "href", "#exercises")
                    .line();
            html.open("header")
                    .open("nav")
                    .element("a", "The class", "href", up)
                    .close();
            html.open("h1").element("bdi", name).close();
            html.open("div", "class", "summary");
            Document.tally(html, book.tally(learner), book.exercises().size());
            html.close().close().line().open("main", "id", "exercises", "tabindex", "-1");
            contents(html);
            for (Exercise exercise : book.exercises()) {
                book.at(learner, exercise).ifPresent(result -> exercise(html, exercise, result));
            }
            html.close().line().open("footer");
            book.of(learner)
                    .map(AttemptResult::engine)
                    .distinct()
                    .forEach(engine -> html.element("p", ClassPage.judgedBy(engine)));
            html.close();
        });
    }

    private void contents(Html html) {
        html.open("nav", "aria-label", "Exercises").open("ul", "class", "contents");
        for (Exercise exercise : book.exercises()) {
            Standing standing = book.standing(learner, exercise);
            html.open("li");
            standing.badge(html);
            html.text(" ");
            if (standing == Standing.ABSENT) {
                html.text(exercise.id());
            } else {
                html.element("a", exercise.id(), "href", "#" + exercise.anchor());
            }
            html.close();
        }
        html.close().close().line();
    }

    private void exercise(Html html, Exercise exercise, AttemptResult result) {
        List<Exercise> all = book.exercises();
        new ExercisePart(exercise, result, "t" + (all.indexOf(exercise) + 1) + "-")
                .writeTo(html, histories.apply(result));
    }
}
