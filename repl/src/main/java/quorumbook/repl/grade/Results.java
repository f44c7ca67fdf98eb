package quorumbook.repl.grade;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import quorumbook.labs.Report;
import quorumbook.labs.Report.Judged;
import quorumbook.labs.Verdict;
import quorumbook.lessons.Lesson;
import quorumbook.lessons.LessonId;
import quorumbook.repl.desk.Book;
import quorumbook.repl.intake.Handed;
import quorumbook.repl.result.AttemptResult;
import quorumbook.repl.result.AttemptResult.Blame;
import quorumbook.repl.result.CheckResult;
import quorumbook.repl.result.Engine;
import quorumbook.repl.result.Outcome;

/** Writes down, as the one result that all formats are made from, what became of a submission. */
public final class Results {
    private static final String NOTHING = "nothing was handed in";

    private final Book book;
    private final Engine engine;
    private final Clock clock;

    public Results(Book book, Engine engine, Clock clock) {
        this.book = book;
        this.engine = engine;
        this.clock = clock;
    }

    AttemptResult judged(Paper paper, Examined examined, boolean again) {
        Report report = examined.report();
        Lesson lesson = book.lesson(paper.exercise())
                .filledWith(report.history().given().values());
        boolean sameExercise = report.lab().toString().equals(paper.exercise().toString());
        List<CheckResult> checks = sameExercise
                ? report.judged().stream().map(judged -> check(judged, lesson)).toList()
                : List.of();
        Optional<String> trouble = sameExercise
                ? Optional.empty()
                : Optional.of("another exercise was judged (" + report.lab() + "); please report this");
        return result(
                paper,
                trouble,
                sameExercise ? Blame.NOBODY : Blame.INFRASTRUCTURE,
                examined.limits(),
                checks,
                examined.transcript(),
                examined.took(),
                again);
    }

    /** Nothing could be judged through a fault of ours. */
    AttemptResult troubled(Paper paper, String sentence, boolean again) {
        return result(
                paper, Optional.of(sentence), Blame.INFRASTRUCTURE, List.of(), List.of(), "", Duration.ZERO, again);
    }

    /** There is no text to judge: nothing was handed in, or what was is not to be taken, or cannot be read here. */
    AttemptResult unjudged(String learner, LessonId exercise, long seed, Optional<Handed> handed) {
        Blame blame = handed.filter(Handed.Unread.class::isInstance).isPresent() ? Blame.INFRASTRUCTURE : Blame.LEARNER;
        String why = handed.map(Handed::why).orElse(NOTHING);
        Paper none = new Paper(learner, exercise, "", "", seed);
        return result(none, Optional.of(why), blame, List.of(), List.of(), "", Duration.ZERO, false);
    }

    private AttemptResult result(
            Paper paper,
            Optional<String> trouble,
            Blame blame,
            List<String> limits,
            List<CheckResult> checks,
            String output,
            Duration took,
            boolean again) {
        return new AttemptResult(
                paper.learner(),
                paper.exercise().toString(),
                book.title(paper.exercise()),
                UUID.randomUUID().toString(),
                paper.seed(),
                paper.sha256(),
                clock.instant(),
                took,
                engine,
                trouble,
                blame,
                limits,
                book.lab(paper.exercise()).orElseThrow().checks().size(),
                checks,
                output,
                again);
    }

    private static CheckResult check(Judged judged, Lesson lesson) {
        Verdict verdict = judged.verdict();
        Optional<Verdict.Fail> fail =
                Optional.of(verdict).filter(Verdict.Fail.class::isInstance).map(Verdict.Fail.class::cast);
        return new CheckResult(
                judged.check().id(),
                judged.check().claim(),
                Outcome.valueOf(verdict.outcome().name()),
                why(verdict),
                fail.map(Verdict.Fail::expected).orElse(""),
                fail.map(Verdict.Fail::actual).orElse(""),
                fail.map(Verdict.Fail::see).orElse(verdict instanceof Verdict.Unknown unknown ? unknown.next() : ""),
                lesson.hints(judged.check().id()).stream().findFirst(),
                judged.check().needs(),
                fail.map(Verdict.Fail::events).orElse(List.of()));
    }

    private static String why(Verdict verdict) {
        if (verdict instanceof Verdict.Pass pass) {
            return pass.evidence();
        }
        if (verdict instanceof Verdict.Unknown unknown) {
            return unknown.why();
        }
        return verdict instanceof Verdict.Skipped skipped ? skipped.why() : "";
    }
}
