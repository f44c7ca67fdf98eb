package quorumbook.answers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quorumbook.answers.FlakeTable.Row;
import tools.jackson.databind.json.JsonMapper;

/** What a hunt has seen, a line of JSON for each verdict, so that a hunt of a night can be ended and go on. */
final class FlakeJournal {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path file;
    private final List<Row> rows;

    private FlakeJournal(Path file, List<Row> rows) {
        this.file = file;
        this.rows = new ArrayList<>(rows);
    }

    /** A row as a line has it. */
    private record Line(
            int run,
            String runtime,
            String exercise,
            String submission,
            long millis,
            String verdict,
            Optional<String> difference) {
        static Line of(Row row) {
            return new Line(
                    row.run(),
                    row.runtime(),
                    row.exercise(),
                    row.submission(),
                    row.took().toMillis(),
                    row.verdict(),
                    row.difference());
        }

        Row row() {
            return new Row(run, runtime, exercise, submission, Duration.ofMillis(millis), verdict, difference);
        }
    }

    /** An empty one in place of what is there. */
    static FlakeJournal begun(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        return new FlakeJournal(file, List.of());
    }

    /** With what an earlier hunt has seen. */
    static FlakeJournal goingOn(Path file) throws IOException {
        if (!Files.exists(file)) {
            return begun(file);
        }
        return new FlakeJournal(
                file,
                Files.readAllLines(file).stream()
                        .map(line -> JSON.readValue(line, Line.class).row())
                        .toList());
    }

    synchronized boolean has(int run, String runtime, String exercise, String submission) {
        return rows.stream()
                .anyMatch(row -> row.run() == run
                        && row.runtime().equals(runtime)
                        && row.exercise().equals(exercise)
                        && row.submission().equals(submission));
    }

    synchronized void add(Row row) {
        rows.add(row);
        try {
            Files.writeString(file, JSON.writeValueAsString(Line.of(row)) + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    synchronized List<Row> rows() {
        return List.copyOf(rows);
    }
}
