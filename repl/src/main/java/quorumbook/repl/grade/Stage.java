package quorumbook.repl.grade;

/** What the time of an attempt goes into, in the order in which it does. */
public enum Stage {
    SERVERS("starting servers"),
    RESET("cleaning them"),
    /** Until the one that runs the learner's snippets is there; those of copies belong to the checks that want them. */
    JVM("the learner's JVM"),
    SUBMISSION("the submission"),
    CHECKS("its checks"),
    LEAVING("ending what it left"),
    RECEIPT("the receipt");

    private final String words;

    Stage(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
