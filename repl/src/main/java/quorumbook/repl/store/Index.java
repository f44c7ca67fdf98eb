package quorumbook.repl.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import quorumbook.repl.result.Outcome;
import tools.jackson.core.JacksonException;

/** The file {@code index.jsonl}: a line for each attempt that is kept, only ever appended to. Guarded by its store. */
final class Index {
    private final Path file;
    private final List<Line> lines = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    /** How many bytes of the file are whole lines. */
    private long whole;

    private Index(Path file) {
        this.file = file;
    }

    /**
     * One attempt.
     *
     * @param submitted SHA-256 of the text that was run; empty if none was
     * @param receipt the receipt's folder below the store's, with slashes
     * @param sha256 of its {@code receipt.json}
     */
    record Line(
            String learner,
            String exercise,
            String submitted,
            long seed,
            String attempt,
            Outcome verdict,
            Instant gradedAt,
            String receipt,
            String sha256) {}

    /** Reads the lines that are whole. What was torn off behind them is cut away, and told. */
    static Index open(Path file) throws IOException {
        Index index = new Index(file);
        if (Files.exists(file)) {
            index.read(Files.readAllBytes(file));
        }
        return index;
    }

    private void read(byte[] bytes) {
        int from = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                add(new String(bytes, from, at - from, StandardCharsets.UTF_8));
                from = at + 1;
            }
        }
        whole = from;
        if (from < bytes.length) {
            remarks.add("The last line of " + file + " was torn off; it is dropped.");
        }
    }

    private void add(String line) {
        try {
            lines.add(Manifest.MAPPER.readValue(line, Line.class));
        } catch (JacksonException e) {
            remarks.add("A line of " + file + " is not understood, and is passed over: " + e.getOriginalMessage());
        }
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }

    List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** Appends one line behind the whole ones, and sees it on the disk. */
    void append(Line line) throws IOException {
        // Opened each time: a thread that is interrupted in a channel closes it, for the others too.
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(whole);
            channel.position(whole);
            Disk.writeAll(channel, Manifest.MAPPER.writeValueAsString(line) + "\n");
            channel.force(true);
            whole = channel.position();
            lines.add(line);
        }
    }
}
