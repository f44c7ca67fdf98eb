package quorumbook.answers.attack;

import java.util.BitSet;

/** What each clause of an attacked check asks: it answers with the clause's own value, unless that one is taken out. */
public final class Switch {
    /** Where no clause is taken out. */
    public static final int NONE = -1;

    private static int out = NONE;
    private static boolean instead;
    private static final BitSet TRUE = new BitSet();
    private static final BitSet FALSE = new BitSet();

    private Switch() {}

    /** Called by attacked checks. */
    public static boolean of(int clause, boolean value) {
        (value ? TRUE : FALSE).set(clause);
        return clause == out ? instead : value;
    }

    /** Takes a clause out: it is always {@code value} from now on. */
    static void take(int clause, boolean value) {
        out = clause;
        instead = value;
    }

    static void putBack() {
        out = NONE;
    }

    static void forget() {
        TRUE.clear();
        FALSE.clear();
    }

    /** Which clauses came out as {@code value} since {@link #forget()}. */
    static BitSet cameOut(boolean value) {
        return (BitSet) (value ? TRUE : FALSE).clone();
    }
}
