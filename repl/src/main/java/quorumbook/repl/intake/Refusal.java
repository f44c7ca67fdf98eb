package quorumbook.repl.intake;

import java.io.IOException;

/** Something in a submission is not taken, for a reason that only the learner can put right: the sentence says which. */
final class Refusal extends IOException {
    private static final long serialVersionUID = 1L;

    Refusal(String sentence) {
        super(sentence);
    }
}
