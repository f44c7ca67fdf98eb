package quorumbook.repl.rubric;

import java.math.BigDecimal;
import java.util.Map;

/** What a rubric says of one exercise: its points, and what it says of single checks. */
record Worth(BigDecimal points, Map<String, Share> checks) {
    static final BigDecimal DEFAULT = BigDecimal.TEN;

    Worth {
        checks = Map.copyOf(checks);
    }

    Share of(String check) {
        return checks.getOrDefault(check, Share.EQUAL);
    }

    /**
     * A check's part in its exercise.
     *
     * @param shares how many shares of the exercise's points it is worth
     * @param safety whether its failure caps the whole exercise
     * @param cap the fraction of the exercise's points that is then the most
     */
    record Share(BigDecimal shares, boolean safety, BigDecimal cap) {
        static final Share EQUAL = new Share(BigDecimal.ONE, false, BigDecimal.ZERO);
    }
}
