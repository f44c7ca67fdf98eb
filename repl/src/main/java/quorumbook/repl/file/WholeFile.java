package quorumbook.repl.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** A file that readers see whole or not at all. */
public final class WholeFile {
    private WholeFile() {}

    /** Writes it, in UTF-8, over what there was; makes the folders it lies in. Returns the file. */
    public static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        // Not a temporary file of the JDK's: those only their owner may read, and a course's system may be somebody
        // else.
        Path draft = file.resolveSibling("." + UUID.randomUUID() + ".draft");
        try {
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
        return file;
    }
}
