package quorumbook.repl.desk;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the learner did, a line each, only ever appended: {@code time TAB kind TAB lesson TAB words}. A crash loses at most
 * the line that was being written; such a torn line is skipped when reading and closed off before the next is written. Two
 * workbooks may write at once.
 */
public final class Journal {
    // A file lock is for other processes; between threads of this one it only throws.
    private static final Object WITHIN_THIS_PROCESS = new Object();

    /** Behind a line that lacks its end: with more fields than a line has it is none, wherever it was torn off. */
    private static final String TORN = "\t\t\t\t\n";

    private final Path file;

    private Journal(Path file) {
        this.file = file;
    }

    /** The journal in that file, which need not exist. */
    public static Journal at(Path file) {
        return new Journal(file);
    }

    /** What is kept beside the journal under that name. */
    Path beside(String name) {
        return file.resolveSibling(name);
    }

    /**
     * One line.
     *
     * @param kind {@code opened}, {@code step}, {@code checked}, {@code hint}, {@code skipped}, {@code answer}
     * @param lesson the lesson's id
     * @param words what else there is to say, without tabs and line breaks
     */
    public record Entry(Instant at, String kind, String lesson, String words) {
        private String line() {
            return String.join("\t", at.toString(), kind, lesson, words.replaceAll("[\\t\\r\\n]", " ")) + "\n";
        }

        private static Optional<Entry> parse(String line) {
            String[] fields = line.split("\t", -1);
            if (fields.length != 4) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Entry(Instant.parse(fields[0]), fields[1], fields[2], fields[3]));
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }
    }

    /** Every whole line, oldest first. */
    public List<Entry> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        List<Entry> entries = new ArrayList<>();
        whole.lines().forEach(line -> Entry.parse(line).ifPresent(entries::add));
        return entries;
    }

    /** Appends one line and sees it on the disk. */
    public void append(Entry entry) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        synchronized (WITHIN_THIS_PROCESS) {
            write(entry);
        }
    }

    private void write(Entry entry) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
                FileLock lock = channel.lock()) {
            String line = (isTorn() ? TORN : "") + entry.line();
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(line);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        }
    }

    private boolean isTorn() throws IOException {
        try (RandomAccessFile read = new RandomAccessFile(file.toFile(), "r")) {
            if (read.length() == 0) {
                return false;
            }
            read.seek(read.length() - 1);
            return read.read() != '\n';
        }
    }
}
