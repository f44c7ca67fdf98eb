package quorumbook.repl.grade;

import java.nio.ByteBuffer;
import quorumbook.lessons.LessonId;
import quorumbook.repl.file.Sha256;

/**
 * One learner's submission to one exercise, to be judged.
 *
 * @param sha256 of the text, in hexadecimal digits
 * @param seed what the names and values of its attempt are drawn from
 */
public record Paper(String learner, LessonId exercise, String text, String sha256, long seed) {
    /** Every digit of it survives in JSON, whose readers may take numbers for floating-point ones. */
    private static final long SEEDS = 1L << 48;

    public static Paper of(String learner, LessonId exercise, String text, long seed) {
        return new Paper(learner, exercise, text, Sha256.of(text), seed);
    }

    /**
     * The seed of a learner's attempt in a run with that seed: the same on every machine, whoever else is graded, in
     * whatever order.
     */
    public static long seed(long run, String learner, String exercise) {
        byte[] hash = Sha256.digest(run + "\n" + learner + "\n" + exercise);
        return Math.floorMod(ByteBuffer.wrap(hash).getLong(), SEEDS);
    }
}
