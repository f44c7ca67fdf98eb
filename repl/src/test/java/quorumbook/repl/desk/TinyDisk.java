package quorumbook.repl.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Assumptions;

/** A disk of its own that can be filled: a mount in memory, which only root can make. */
final class TinyDisk implements AutoCloseable {
    private static final int BLOCK = 4096;

    private final Path folder;
    private final Path filler;

    private TinyDisk(Path folder) {
        this.folder = folder;
        this.filler = folder.resolve("filler");
    }

    /** Skips the test, with a sentence, where nothing may be mounted. */
    static TinyDisk required(Path folder, String size) throws IOException, InterruptedException {
        String complaint = run("mount", "-t", "tmpfs", "-o", "size=" + size, "quorumbook-test", folder.toString());
        Assumptions.assumeTrue(
                complaint.isEmpty(),
                "SKIPPED: a disk that can be filled is a mount, and here none can be made: " + complaint);
        return new TinyDisk(folder);
    }

    Path folder() {
        return folder;
    }

    /** Leaves nothing but what is free in files' last blocks. */
    void fill() throws IOException {
        byte[] block = new byte[BLOCK];
        try (OutputStream file = Files.newOutputStream(filler, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (true) {
                file.write(block);
            }
        } catch (IOException full) {
            if (!String.valueOf(full.getMessage()).contains("No space left")) {
                throw full;
            }
        }
    }

    void free() throws IOException {
        Files.delete(filler);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        // Lazily: a server that is just ending may still have a file open.
        String complaint = run("umount", "-l", folder.toString());
        if (!complaint.isEmpty()) {
            throw new IOException("Cannot unmount " + folder + ": " + complaint);
        }
    }

    private static String run(String... command) throws IOException, InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            return process.waitFor() == 0 ? "" : said + " (exit " + process.exitValue() + ")";
        } catch (IOException missing) {
            return String.valueOf(missing.getMessage());
        }
    }
}
