package quorumbook.labs;

import java.util.Optional;
import java.util.function.Function;
import quorumbook.labs.history.History;

/**
 * A claim and the pure function that judges it on a history: no clock, no cluster, no client.
 *
 * @param id kebab-case, states the truth: {@code third-server-leads}
 * @param claim a sentence without full stop that the learner reads
 * @param needs the check that must pass before this one says anything, if any
 */
public record Check(String id, String claim, Optional<String> needs, Function<History, Verdict> judge) {
    public static Check check(String id, String claim, Function<History, Verdict> judge) {
        return new Check(id, claim, Optional.empty(), judge);
    }

    /** The same check, skipped unless {@code other} passes. */
    public Check after(String other) {
        return new Check(id, claim, Optional.of(other), judge);
    }
}
