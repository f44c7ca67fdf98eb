package quorumbook.repl.rubric;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import quorumbook.repl.result.AttemptResult;

/**
 * What a course gives for each exercise and check. The formula, for an exercise of P points (10 if nothing is said):
 *
 * <ol>
 *   <li>Each declared check has shares: 1 for progress, none for safety, or what the rubric says. It is worth P × its shares ÷
 *       all shares, in hundredths, rounded so that the checks add up to P. Shares that add up to P are points.
 *   <li>A check that passed earns what it is worth; all others earn nothing.
 *   <li>A failed check of safety caps the exercise at P × its {@code cap} (0 if nothing is said); what the checks earned is
 *       then cut in proportion.
 *   <li>What was not judged, and not by the learner's doing, is open: it earned nothing, and is never said to be worth zero.
 * </ol>
 *
 * A check is about safety if its lab says so, since it holds before anything is done, or if the rubric says {@code safety:
 * true}; {@code safety: false} makes an ordinary check of it. So the untouched lab earns nothing.
 */
public final class Rubric {
    private final BigDecimal points;
    private final Map<String, Worth> exercises;

    Rubric(BigDecimal points, Map<String, Worth> exercises) {
        this.points = points;
        this.exercises = Map.copyOf(exercises);
    }

    /** Ten points for every exercise, in equal shares of its checks of progress; a broken check of safety leaves none. */
    public static Rubric plain(Map<String, Declared> exercises) {
        return new Rubric(Worth.DEFAULT, worths(Worth.DEFAULT, exercises));
    }

    static Map<String, Worth> worths(BigDecimal points, Map<String, Declared> exercises) {
        Map<String, Worth> worths = new HashMap<>();
        exercises.forEach((id, declared) -> worths.put(id, Worth.of(points, declared)));
        return worths;
    }

    /**
     * Reads a course's rubric.
     *
     * @param known the checks of each exercise there is: a name that is not among them is refused
     * @throws RubricException with file and line, if the rubric says something that cannot be meant
     */
    public static Rubric read(Path file, Map<String, Declared> known) throws IOException {
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
