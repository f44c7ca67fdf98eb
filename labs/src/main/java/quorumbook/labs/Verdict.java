package quorumbook.labs;

import quorumbook.labs.history.Judgement;

/** What a judge says of one claim. No evidence is never a pass. */
public sealed interface Verdict {
    /** The claim holds, and what showed it. */
    record Pass(String evidence) implements Verdict {}

    /**
     * The claim does not hold.
     *
     * @param expected what would have been right, lower case, no full stop
     * @param actual what was observed instead
     * @param see the command that shows it
     */
    record Fail(String expected, String actual, String see) implements Verdict {}

    /** Nobody can tell, through no fault of the learner's: why, and what to do next. */
    record Unknown(String why, String next) implements Verdict {}

    /** Not judged, since something that it builds on did not hold. */
    record Skipped(String why) implements Verdict {}

    static Verdict pass(String evidence) {
        return new Pass(evidence);
    }

    static Verdict fail(String expected, String actual, String see) {
        return new Fail(expected, actual, see);
    }

    static Verdict unknown(String why, String next) {
        return new Unknown(why, next);
    }

    /** What an invariant said, as a verdict: {@code see} shows it when it was broken, {@code next} helps when nobody can tell. */
    static Verdict of(Judgement judgement, String see, String next) {
        if (judgement instanceof Judgement.Holds holds) {
            return pass(holds.evidence());
        }
        return judgement instanceof Judgement.Broken broken
                ? fail(broken.expected(), broken.actual(), see)
                : unknown(((Judgement.CannotTell) judgement).why(), next);
    }

    /** {@code pass}, {@code fail}, {@code unknown} or {@code skipped}. */
    default String word() {
        return outcome().name().toLowerCase(java.util.Locale.ROOT);
    }

    default Outcome outcome() {
        if (this instanceof Pass) {
            return Outcome.PASS;
        }
        if (this instanceof Fail) {
            return Outcome.FAIL;
        }
        return this instanceof Unknown ? Outcome.UNKNOWN : Outcome.SKIPPED;
    }

    /** The four words, from the lightest to the gravest, with the exit code of a result that comes to it. */
    enum Outcome {
        PASS(0),
        SKIPPED(2),
        UNKNOWN(2),
        FAIL(1);

        private final int exitCode;

        Outcome(int exitCode) {
            this.exitCode = exitCode;
        }

        public int exitCode() {
            return exitCode;
        }
    }
}
