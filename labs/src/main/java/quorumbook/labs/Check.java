package quorumbook.labs;

import java.util.Optional;
import java.util.function.Function;
import quorumbook.labs.history.History;

/**
 * A claim and the pure function that judges it on a history: no clock, no cluster, no client.
 *
 * @param id kebab-case, states the truth: {@code third-server-leads}
 * @param claim a sentence without full stop that the learner reads
 * @param kind whether it holds before anything is done
 * @param needs the check that must pass before this one says anything, if any
 */
public record Check(String id, String claim, Kind kind, Optional<String> needs, Function<History, Verdict> judge) {
    /** The two kinds of properties (Lamport, "Proving the Correctness of Multiprocess Programs", 1977), as far as points go. */
    public enum Kind {
        /** Something good has happened: it does not hold on the untouched lab, and who reaches it earns points. */
        PROGRESS,
        /** Nothing bad has happened: it holds on the untouched lab, earns nothing, and caps the exercise when it is broken. */
        SAFETY
    }

    /** A check of progress, as nearly all are. */
    public static Check check(String id, String claim, Function<History, Verdict> judge) {
        return new Check(id, claim, Kind.PROGRESS, Optional.empty(), judge);
    }

    /** A check of safety, which holds from the beginning. */
    public static Check safety(String id, String claim, Function<History, Verdict> judge) {
        return new Check(id, claim, Kind.SAFETY, Optional.empty(), judge);
    }

    /** The same check, skipped unless {@code other} passes. */
    public Check after(String other) {
        return new Check(id, claim, kind, Optional.of(other), judge);
    }

    public boolean isSafety() {
        return kind == Kind.SAFETY;
    }

    /** The same check, judged otherwise. */
    public Check judgedBy(Function<History, Verdict> other) {
        return new Check(id, claim, kind, needs, other);
    }
}
