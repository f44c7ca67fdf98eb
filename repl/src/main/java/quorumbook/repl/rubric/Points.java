package quorumbook.repl.rubric;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What one attempt is worth, in hundredths. The checks' points and {@code rest} add up to {@code earned} and {@code max}
 * exactly, so that a format which adds up rows and one which states a sum agree.
 *
 * @param earned what is certain: it does not fall when a person looks at what is open
 * @param max what the exercise is worth, whatever became of it
 * @param open how much of the rest could not be judged; never to be shown as a zero that somebody earned
 * @param checks in the result's order
 * @param rest what is left of {@code max} for checks that the result does not name; nobody earned it
 * @param capped why less was earned than the checks that passed are worth, a sentence
 */
public record Points(
        BigDecimal earned,
        BigDecimal max,
        BigDecimal open,
        List<CheckPoints> checks,
        BigDecimal rest,
        Optional<String> capped) {
    public Points {
        checks = List.copyOf(checks);
    }

    /** Whether these points are not the last word, since something could not be judged. */
    public boolean areOpen() {
        return open.signum() > 0;
    }
}
