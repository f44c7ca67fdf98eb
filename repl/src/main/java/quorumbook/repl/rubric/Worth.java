package quorumbook.repl.rubric;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** What a rubric says of one exercise: its points, and what it says of single checks. */
record Worth(BigDecimal points, Map<String, Share> checks) {
    static final BigDecimal DEFAULT = BigDecimal.TEN;

    Worth {
        checks = Map.copyOf(checks);
    }

    /** What is said of that exercise where no rubric says more than its points. */
    static Worth of(BigDecimal points, Declared declared) {
        return of(points, declared, Map.of());
    }

    /** The same, where {@code said} says something else of single checks. */
    static Worth of(BigDecimal points, Declared declared, Map<String, Share> said) {
        Map<String, Share> checks = new HashMap<>();
        declared.safety().forEach(check -> checks.put(check, Share.SAFETY));
        checks.putAll(said);
        return new Worth(points, checks);
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
        static final Share SAFETY = new Share(BigDecimal.ZERO, true, BigDecimal.ZERO);
    }
}
