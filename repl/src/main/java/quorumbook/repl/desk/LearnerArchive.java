package quorumbook.repl.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The class-data archive of the learner's JVM, beside the workbook's own.
 *
 * @param place where it is, or will be
 */
public record LearnerArchive(Path place) {
    /** Set by the launcher: where the workbook's own archive is, or will be. */
    private static final String OWN = "quorumbook.archive";

    /** Empty if this JVM was not started by the launcher. */
    public static Optional<LearnerArchive> ofThisStart() {
        return Optional.ofNullable(System.getProperty(OWN))
                .map(Path::of)
                .map(own -> new LearnerArchive(own.resolveSibling("learner-" + own.getFileName())));
    }

    /** Where it is written first: a JVM that starts meanwhile must not find the half of it. */
    Path draft() {
        return place.resolveSibling("draft-" + place.getFileName());
    }

    /** Takes the draft into use, if one was written. */
    public void adopt() throws IOException {
        if (Files.exists(draft())) {
            Files.move(draft(), place, StandardCopyOption.ATOMIC_MOVE);
        }
    }
}
