package quorumbook.repl.rubric;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import quorumbook.repl.result.AttemptResult;

/**
 * What a course gives for each exercise and check. The formula, for an exercise of P points (10 if nothing is said):
 *
 * <ol>
 *   <li>Each declared check has shares: 1, or what the rubric says. It is worth P × its shares ÷ all shares, in hundredths,
 *       rounded so that the checks add up to P. Shares that add up to P are points.
 *   <li>A check that passed earns what it is worth; all others earn nothing.
 *   <li>A failed check with {@code safety: true} caps the exercise at P × its {@code cap} (0 if nothing is said); what the
 *       checks earned is then cut in proportion.
 *   <li>What was not judged, and not by the learner's doing, is open: it earned nothing, and is never said to be worth zero.
 * </ol>
 */
public final class Rubric {
    private final BigDecimal points;
    private final Map<String, Worth> exercises;

    Rubric(BigDecimal points, Map<String, Worth> exercises) {
        this.points = points;
        this.exercises = Map.copyOf(exercises);
    }

    /** Ten points for every exercise, in equal shares, and no check that caps. */
    public static Rubric plain() {
        return new Rubric(Worth.DEFAULT, Map.of());
    }

    /**
     * Reads a course's rubric.
     *
     * @param known the ids of the checks of each exercise there is: a name that is not among them is refused
     * @throws RubricException with file and line, if the rubric says something that cannot be meant
     */
    public static Rubric read(Path file, Map<String, ? extends Collection<String>> known) throws IOException {
        return RubricFile.read(file, known);
    }

    /** What the result is worth. */
    public Points score(AttemptResult result) {
        return new Formula(worth(result.exercise()), result).points();
    }

    /** The result with what it is worth. */
    public Scored scored(AttemptResult result) {
        return new Scored(result, score(result));
    }

    Worth worth(String exercise) {
        return exercises.getOrDefault(exercise, new Worth(points, Map.of()));
    }
}
