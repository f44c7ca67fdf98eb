package quorumbook.labs.history;

import java.util.Optional;

/**
 * What must hold of a history, whatever happened. Each says how much must have happened at least, and cannot tell without
 * it; an operation whose outcome is unknown is accepted either way.
 */
@FunctionalInterface
public interface Invariant {
    /** What a history that is whole and without contradiction shows. Others ask {@link #judge}. */
    Judgement look(History history);

    /** Looks, never throws, and never trusts a history in which something is missing. */
    default Judgement judge(History history) {
        Optional<String> doubt = Doubts.of(history);
        if (doubt.isPresent()) {
            return new Judgement.CannotTell(doubt.get());
        }
        try {
            return look(history);
        } catch (RuntimeException e) {
            return new Judgement.CannotTell("the judge stumbled, which is a bug of ours: " + e);
        }
    }
}
