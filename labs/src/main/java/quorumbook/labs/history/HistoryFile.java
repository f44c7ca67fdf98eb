package quorumbook.labs.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;

/**
 * A history kept as JSON lines: one that says what follows, then one per event. It can be read while it is written, after a
 * crash in the middle of a line, and by every later version.
 */
public final class HistoryFile {
    /** What this version writes. Adding kinds and optional fields leaves it as it is; changing their meaning does not. */
    public static final int VERSION = 1;

    private HistoryFile() {}

    /**
     * What was read.
     *
     * @param about what the attempt was: the words of the exercise's id
     * @param complaints what was not understood, {@code file:line: what}; each such event is an {@link Event.Unread}
     */
    public record Kept(String about, int version, History history, List<String> complaints) {
        public Kept {
            complaints = List.copyOf(complaints);
        }
    }

    /**
     * Begins a new file.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is one: a history is never written over
     */
    public static Writer begin(Path file, String about, Given given) throws IOException {
        BufferedWriter lines =
                Files.newBufferedWriter(file, UTF_8, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        Writer writer = new Writer(file, lines);
        try {
            writer.line(HistoryJson.header(about, given));
            return writer;
        } catch (IOException e) {
            writer.close();
            throw e;
        }
    }

    /** Writes a whole history at once. */
    public static void write(Path file, String about, History history) throws IOException {
        try (Writer writer = begin(file, about, history.given())) {
            for (Event event : history.events()) {
                writer.append(event);
            }
        }
    }

    /** A file that grows. */
    public static final class Writer implements AutoCloseable {
        private final Path file;
        private final BufferedWriter lines;

        private Writer(Path file, BufferedWriter lines) {
            this.file = file;
            this.lines = lines;
        }

        public Path file() {
            return file;
        }

        /** Appends the event and hands it to the operating system: our own end does not lose it. */
        public void append(Event event) throws IOException {
            line(HistoryJson.line(event));
        }

        private void line(String text) throws IOException {
            lines.write(text);
            lines.write('\n');
            lines.flush();
        }

        @Override
        public void close() {
            try {
                lines.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Reads what is there, whatever has become of it since.
     *
     * @throws HistoryFormatException if its first line does not say that it is a history
     */
    public static Kept read(Path file) throws IOException {
        // Not readString: a line that was torn off in the middle of a character is to be reported, not thrown.
        String text = new String(Files.readAllBytes(file), UTF_8);
        String[] lines = text.split("\n", -1);
        HistoryJson.Header header = header(file, lines[0]);
        List<String> complaints = new ArrayList<>();
        if (header.version() > VERSION) {
            complaints.add(file + ":1: written in format " + header.version() + "; this program knows " + VERSION
                    + " and reads what it can");
        }
        List<Event> events = new ArrayList<>();
        Instant last = Instant.EPOCH;
        for (int index = 1; index < lines.length; index++) {
            String line = lines[index].strip();
            if (line.isEmpty()) {
                continue;
            }
            int number = index + 1;
            boolean torn = index == lines.length - 1;
            HistoryJson.Read read = HistoryJson.event(line, last);
            read.complaints()
                    .forEach(what -> complaints.add(file + ":" + number + ": " + (torn ? "torn off; " : "") + what));
            if (!(torn && read.event() instanceof Event.Unread)) {
                events.add(read.event());
                last = read.event().at();
            }
        }
        return new Kept(header.about(), header.version(), new History(header.given(), events), complaints);
    }

    private static HistoryJson.Header header(Path file, String line) {
        try {
            return HistoryJson.header(line);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new HistoryFormatException(
                    file + ":1: this is no history of an attempt (" + firstLine(e)
                            + "); was the file given by mistake?",
                    e);
        }
    }

    private static String firstLine(RuntimeException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
