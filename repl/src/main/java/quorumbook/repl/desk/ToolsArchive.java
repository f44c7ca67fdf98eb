package quorumbook.repl.desk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import quorumbook.repl.tools.KafkaTools;

/** The class-data archive of the JVM of Kafka's tools, beside the workbook's own. */
public final class ToolsArchive {
    private ToolsArchive() {}

    /** Where it is, or will be; empty if this JVM was not started by the launcher. */
    static Optional<Path> ofThisStart() {
        return LearnerArchive.besideOurs("tools-");
    }

    /** Makes it, if this JVM was started by the launcher; takes a few seconds. */
    public static void make(Path home) throws IOException {
        Optional<Path> place = ofThisStart();
        if (place.isPresent()) {
            KafkaTools.rehearse(ClassPaths.kafkaTools(home), place.get());
        }
    }
}
