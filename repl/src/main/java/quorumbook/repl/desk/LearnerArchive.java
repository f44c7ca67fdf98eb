package quorumbook.repl.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import quorumbook.repl.engine.LearnerRehearsal;
import quorumbook.repl.engine.Settings;

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
        return besideOurs("learner-").map(LearnerArchive::new);
    }

    /** The place of another archive of this start, named as the workbook's own with something before it. */
    static Optional<Path> besideOurs(String before) {
        return Optional.ofNullable(System.getProperty(OWN))
                .map(Path::of)
                .map(own -> own.resolveSibling(before + own.getFileName()));
    }

    /** What the learner's JVM is made of, with its archive where there is one. */
    static Settings settings() {
        Settings settings = Settings.of(ClassPaths.learner());
        return ofThisStart()
                .map(archive -> settings.withArchive(archive.place()))
                .orElse(settings);
    }

    /** Makes it; takes a few seconds. */
    public void make() throws IOException {
        LearnerRehearsal.of(Settings.of(ClassPaths.learner()), place);
    }
}
