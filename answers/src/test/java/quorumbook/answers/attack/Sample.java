package quorumbook.answers.attack;

import quorumbook.labs.history.History;

/** A history with a name, and what it stands for. */
public record Sample(String name, Standing standing, History history) {
    /** What is to become of it. */
    public enum Standing {
        /** An answer that passes. */
        RIGHT,
        /** An answer that fails. */
        WRONG,
        /** A history of which a part was lost, or in which servers did something by themselves. */
        DOUBTFUL
    }
}
