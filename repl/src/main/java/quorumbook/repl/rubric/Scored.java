package quorumbook.repl.rubric;

import quorumbook.repl.result.AttemptResult;
import quorumbook.repl.result.Outcome;

/** A result and what it is worth: what every format is given. */
public record Scored(AttemptResult result, Points points) {
    /**
     * Whether the points are not the last word: something could not be judged, or all that was judged passed and the learner
     * is to blame for the rest.
     */
    public boolean isForAPerson() {
        return points.areOpen()
                || result.verdict() == Outcome.UNKNOWN
                || result.verdict() == Outcome.SKIPPED && points.earned().signum() > 0;
    }
}
