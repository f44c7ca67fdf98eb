package quorumbook.repl.report;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;
import quorumbook.repl.report.Gradebook.Exercise;
import quorumbook.repl.result.AttemptResult;
import quorumbook.repl.result.CheckResult;
import quorumbook.repl.result.Outcome;
import quorumbook.repl.timeline.Break;
import quorumbook.repl.timeline.HtmlTimeline;
import quorumbook.repl.timeline.Timeline;

/** One exercise of one learner: the verdict, what stood in the way, each claim, the course of it, and what was printed. */
final class ExercisePart {
    /** A timeline with more moments tells operations that went well together. */
    private static final int MANY_MOMENTS = 200;
    /** One that still has more is not drawn: nobody could read it, and browsers would suffer. */
    private static final int MOST_MOMENTS = 800;

    private static final int MOST_LINKS = 5;
    private static final int MOST_OUTPUT = 20_000;

    private final Exercise exercise;
    private final AttemptResult result;
    private final String prefix;

    /** @param prefix what the ids of its timeline begin with */
    ExercisePart(Exercise exercise, AttemptResult result, String prefix) {
        this.exercise = exercise;
        this.result = result;
        this.prefix = prefix;
    }

    void writeTo(Html html, Optional<History> history) {
        Optional<Timeline> timeline = history.map(this::timeline).filter(each -> !each.isEmpty());
        html.open("section", "class", "card", "aria-labelledby", exercise.anchor())
                .open("h2", "id", exercise.anchor());
        Standing.of(result.verdict()).badge(html);
        html.text(" " + Plain.cut(exercise.title(), 200) + " ")
                .element("code", exercise.id())
                .close();
        html.element("p", about(), "class", "about");
        remarks(html);
        checks(html, check -> links(check, history, timeline));
        timeline.ifPresent(each -> draw(html, each));
        output(html);
        html.close().line();
    }

    private void checks(Html html, Function<CheckResult, List<CheckPart.Link>> links) {
        if (result.checks().isEmpty()) {
            return;
        }
        boolean passed = result.verdict() == Outcome.PASS;
        if (passed) {
            html.open("details")
                    .element(
                            "summary",
                            ClassPage.count(result.checks().size(), "claim") + ", and what showed that they hold");
        }
        html.open("ol", "class", "checks");
        result.checks().forEach(check -> CheckPart.write(html, check, links.apply(check)));
        html.close();
        if (passed) {
            html.close();
        }
        html.line();
    }

    private String about() {
        String submitted = result.submitted().isEmpty()
                ? ""
                : "Submission "
                        + Plain.cut(result.submitted(), 12)
                                .substring(0, Math.min(12, result.submitted().length())) + ", judged in "
                        + seconds(result.took()) + ". ";
        return submitted + "Seed " + result.seed() + ", attempt " + result.attempt() + "."
                + (result.again() ? " This is the second run: nobody could tell after the first." : "");
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }

    private void remarks(Html html) {
        if (result.verdict() == Outcome.UNKNOWN) {
            html.element(
                    "p",
                    "We could not tell, and that is not the learner's fault. It is for a person to look at; nothing is charged.",
                    "class",
                    "remark unknown");
        }
        result.trouble()
                .ifPresent(trouble -> html.element(
                        "p",
                        Plain.cut(trouble, CheckPart.MOST),
                        "class",
                        "remark " + (result.blame() == AttemptResult.Blame.LEARNER ? "skipped" : "unknown")));
        result.limits().stream()
                .limit(MOST_LINKS)
                .forEach(limit -> html.element("p", Plain.cut(limit, CheckPart.MOST), "class", "remark limit"));
        int missing = result.declared() - result.checks().size();
        if (missing > 0 && !result.checks().isEmpty()) {
            html.element(
                    "p", missing + " of " + result.declared() + " checks said nothing.", "class", "remark unknown");
        }
    }

    private Timeline timeline(History history) {
        return Timeline.of(
                        history,
                        result.checks().stream()
                                .map(check -> new Break(check.claim(), events(check, history)))
                                .filter(each -> !each.events().isEmpty())
                                .toList())
                .folded(MANY_MOMENTS);
    }

    private static List<Event> events(CheckResult check, History history) {
        return check.events().stream()
                .filter(index -> index >= 0 && index < history.events().size())
                .map(history.events()::get)
                .toList();
    }

    private List<CheckPart.Link> links(CheckResult check, Optional<History> history, Optional<Timeline> timeline) {
        if (timeline.isEmpty() || isTooLong(timeline.get())) {
            return List.of();
        }
        Set<Integer> numbers = new LinkedHashSet<>();
        history.map(each -> events(check, each))
                .orElse(List.of())
                .forEach(event -> timeline.get().momentOf(event).ifPresent(moment -> numbers.add(moment.number())));
        return numbers.stream()
                .limit(MOST_LINKS)
                .map(number -> new CheckPart.Link("moment " + number, prefix + "p" + number))
                .toList();
    }

    private static boolean isTooLong(Timeline timeline) {
        return timeline.moments().size() > MOST_MOMENTS;
    }

    private void draw(Html html, Timeline timeline) {
        if (isTooLong(timeline)) {
            html.element(
                    "p",
                    "The attempt has " + timeline.moments().size()
                            + " moments, too many to be drawn here. Its receipt has them all.",
                    "class",
                    "about");
            return;
        }
        boolean broken =
                timeline.moments().stream().anyMatch(moment -> !moment.broken().isEmpty());
        HtmlTimeline pieces = new HtmlTimeline(timeline, prefix, "The attempt at " + exercise.id());
        open(html, broken)
                .element("summary", "Timeline")
                .element("p", pieces.about(), "class", "about")
                .pieces(pieces.picture())
                .pieces(pieces.legend());
        html.open("details")
                .element("summary", "Every moment in words")
                .pieces(pieces.moments())
                .close()
                .close()
                .line();
    }

    private static Html open(Html html, boolean open) {
        return open ? html.open("details", "open", "open") : html.open("details");
    }

    private void output(Html html) {
        String output = Plain.text(Plain.cut(result.output(), MOST_OUTPUT)).strip();
        if (!output.isEmpty()) {
            html.open("details").element("summary", "What the learner saw");
            html.element("pre", output, "tabindex", "0", "role", "region", "aria-label", "What the learner saw")
                    .close();
        }
    }
}
