package quorumbook.repl.terminal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The file of what was typed before: for this user's eyes only, and readable even if a crash cut a character in two. */
record TypedBefore(Path file) {
    /** Returns once the file is there and JLine can read it. */
    void prepare() throws IOException {
        if (Files.notExists(file)) {
            create();
            return;
        }
        byte[] bytes = Files.readAllBytes(file);
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            // JLine would give up with an exception at the first prompt.
            Path mended = Files.createTempFile(folder(), "typed", ".mended");
            Files.writeString(mended, new String(bytes, StandardCharsets.UTF_8));
            Files.move(mended, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Path folder() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file.toAbsolutePath() : folder;
    }

    private void create() throws IOException {
        Files.createDirectories(folder());
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }
}
