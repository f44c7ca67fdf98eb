package quorumbook.repl.cli;

import java.time.Duration;
import java.util.Locale;
import quorumbook.repl.grade.Course;
import quorumbook.repl.grade.Grading;
import quorumbook.repl.grade.Summary;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Span;
import quorumbook.repl.result.AttemptResult;
import quorumbook.repl.result.Outcome;
import quorumbook.repl.terminal.ProgressScreen;

/** Shows how the grading goes: a line that changes where somebody watches, else a line now and then. Guarded by itself. */
final class GradeProgress implements Grading.Watcher {
    private static final int BAR = 24;
    private static final Duration NOW_AND_THEN = Duration.ofSeconds(10);

    private final ProgressScreen screen;
    private Duration said = Duration.ZERO;

    GradeProgress(ProgressScreen screen) {
        this.screen = screen;
    }

    @Override
    public synchronized void went(Course course) {
        if (screen.isRepainted()) {
            screen.busy(bar(course) + "  " + words(course) + "  " + String.join(", ", course.now()));
        } else if (course.took().minus(said).compareTo(NOW_AND_THEN) >= 0) {
            said = course.took();
            screen.busy(words(course));
        }
    }

    @Override
    public void judged(AttemptResult result) {
        if (result.verdict() == Outcome.UNKNOWN) {
            screen.happened(Page.of(Span.warning("unknown: "), Span.plain(Summary.words(result))));
        }
    }

    private static String bar(Course course) {
        int full = course.all() == 0 ? BAR : BAR * (course.earlier() + course.done()) / course.all();
        return "[" + "#".repeat(full) + "-".repeat(BAR - full) + "]";
    }

    private static String words(Course course) {
        String before = course.earlier() == 0 ? "" : " (" + course.earlier() + " of them before)";
        String rate = course.done() == 0
                ? ""
                : String.format(Locale.ROOT, ", %.0f a minute, %s left", course.rate(), time(course.left()));
        return (course.earlier() + course.done()) + " of " + course.all() + " judged" + before + rate;
    }

    static String time(Duration time) {
        return time.toMinutes() >= 2 ? time.toMinutes() + " min" : time.toSeconds() + " s";
    }
}
