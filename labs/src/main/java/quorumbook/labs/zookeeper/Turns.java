package quorumbook.labs.zookeeper;

/**
 * Whether what one copy says of its increments comes in turn: that one begins, how it ended, and so on. The lab's own lines
 * say each of these once; whatever is out of turn was said by the learner's program, and is no evidence of anything.
 */
final class Turns {
    /** What to say of a report that was out of turn. */
    static final String OUT_OF_TURN = "it reports by itself how increments begin and end, which is for the lab to say";

    /** What to say of a copy whose call is over while its increments are not: the lab's own lines do not leave so. */
    static final String LEFT_TOO_SOON = "it says that it is over, and has not made its increments";

    private final int most;
    // One thread at a time reports; another asks in the end.
    private volatile int begun;
    private volatile boolean inside;

    Turns(int most) {
        this.most = most;
    }

    /** Takes in one of the three reports of {@link Increments}; tells whether it was the turn of that one. */
    boolean take(String what) {
        boolean begins = what.equals(Increments.BEGINS);
        boolean inTurn = begins != inside && (inside || begun < most);
        if (inTurn) {
            inside = begins;
            begun += begins ? 1 : 0;
        }
        return inTurn;
    }

    /** Whether all have begun and ended. */
    boolean areOver() {
        return begun == most && !inside;
    }
}
