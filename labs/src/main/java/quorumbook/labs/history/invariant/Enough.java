package quorumbook.labs.history.invariant;

import java.util.List;
import java.util.Optional;
import quorumbook.labs.history.Judgement;

/** How much must have happened before anything can be told: an invariant that nothing tested has not held. */
record Enough(int least, String what) {
    Enough {
        if (least < 1) {
            throw new IllegalArgumentException("at least " + least + " " + what + " would prove nothing");
        }
    }

    /** Why nothing can be told, if too little happened. */
    Optional<Judgement> doubt(int seen) {
        return seen >= least
                ? Optional.empty()
                : Optional.of(new Judgement.CannotTell(
                        "only " + seen + " " + what + " of the " + least + " that are needed to tell"));
    }

    /** The first few of them, in words. */
    static String some(List<String> all) {
        int shown = Math.min(all.size(), 3);
        String words = String.join(", ", all.subList(0, shown));
        return shown < all.size() ? words + " and " + (all.size() - shown) + " more" : words;
    }
}
