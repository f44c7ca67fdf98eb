package quorumbook.lessons;

import java.nio.file.Path;

/**
 * Something that an author should mend, with all that is needed to mend it.
 *
 * @param line counted from 1
 * @param instead the nearest right thing
 */
public record Problem(Weight weight, Path file, int line, String what, String instead) {
    /** What to run when it is mended. */
    public static final String NEXT = "mvn -q -pl lessons test";

    /** Whether the build fails on it. */
    public enum Weight {
        ERROR,
        WARNING
    }

    static Problem error(Path file, int line, String what, String instead) {
        return new Problem(Weight.ERROR, file, line, what, instead);
    }

    static Problem warning(Path file, int line, String what, String instead) {
        return new Problem(Weight.WARNING, file, line, what, instead);
    }

    /** As a compiler says it, so that an editor can jump to it. */
    @Override
    public String toString() {
        String word = weight == Weight.ERROR ? "error" : "warning";
        return file + ":" + line + ": " + word + ": " + what + "\n    instead  " + instead + "\n    then     " + NEXT;
    }
}
