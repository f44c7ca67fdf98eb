package quorumbook.labs.cluster.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** The last lines of a file that grows, read from its end. */
final class Tail {
    private static final int BYTES_PER_LINE = 512;
    private static final int MOST = 4 << 20;

    private Tail() {}

    static List<String> of(Path file, int lines) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            long length = bytes.length();
            int size = (int) Math.min(Math.min(length, MOST), (long) lines * BYTES_PER_LINE);
            byte[] end = new byte[size];
            bytes.seek(length - size);
            bytes.readFully(end);
            List<String> all = new String(end, UTF_8).lines().toList();
            // The first may have lost its beginning.
            int from = size < length ? Math.min(1, all.size()) : 0;
            return all.subList(Math.max(from, all.size() - lines), all.size());
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }
}
