package quorumbook.repl.grade;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import quorumbook.lessons.LessonId;
import quorumbook.repl.intake.Handed;
import quorumbook.repl.intake.Intake;
import quorumbook.repl.result.AttemptResult;

/**
 * All learners times all exercises: what is to be judged, and what cannot be.
 *
 * @param unjudged results of their own: nothing was handed in, it was refused, or it could not be read
 */
public record Roll(List<Paper> papers, List<AttemptResult> unjudged) {
    public Roll {
        papers = List.copyOf(papers);
        unjudged = List.copyOf(unjudged);
    }

    /**
     * @param seed of the whole run: each attempt has one of its own that comes from it
     * @param refusal why an exercise cannot be judged here, if it cannot
     */
    public static Roll of(
            List<Intake> learners,
            List<LessonId> exercises,
            long seed,
            Results results,
            Function<LessonId, Optional<String>> refusal) {
        List<Paper> papers = new ArrayList<>();
        List<AttemptResult> unjudged = new ArrayList<>();
        for (Intake learner : learners) {
            for (LessonId exercise : exercises) {
                long own = Paper.seed(seed, learner.learner(), exercise.toString());
                Optional<Handed> handed =
                        Optional.ofNullable(learner.exercises().get(exercise.toString()));
                Optional<String> refused = refusal.apply(exercise);
                if (handed.isPresent() && refused.isPresent()) {
                    unjudged.add(results.unjudged(
                            learner.learner(), exercise, own, Optional.of(new Handed.Unread(refused.get()))));
                } else if (handed.isPresent() && handed.get() instanceof Handed.Text text) {
                    papers.add(new Paper(learner.learner(), exercise, text.text(), text.sha256(), own));
                } else {
                    unjudged.add(results.unjudged(learner.learner(), exercise, own, handed));
                }
            }
        }
        return new Roll(papers, unjudged);
    }
}
