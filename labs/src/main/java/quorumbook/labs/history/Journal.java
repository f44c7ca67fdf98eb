package quorumbook.labs.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The history of a running attempt: grows in memory and, once {@link #keepIn}, in a file. A disk that fails costs the file,
 * never the attempt.
 */
public final class Journal implements Recorder, AutoCloseable {
    private final Given given;
    private final Clock clock;
    // All below: guarded by this.
    private final List<Event> events = new ArrayList<>();
    private Optional<HistoryFile.Writer> file = Optional.empty();
    private Optional<String> trouble = Optional.empty();
    private long operations;

    public Journal(Given given, Clock clock) {
        this.given = given;
        this.clock = clock;
    }

    @Override
    public synchronized Instant note(Function<Instant, Event> event) {
        Instant now = clock.instant();
        add(event.apply(now));
        return now;
    }

    /** Adds an event that brings its own moment. */
    public synchronized void add(Event event) {
        events.add(event);
        file.ifPresent(writer -> write(writer, event));
    }

    @Override
    public synchronized long nextOperation() {
        operations++;
        return operations;
    }

    public synchronized History history() {
        return new History(given, events);
    }

    /** From now on every event goes into that file too, those until now first; the journal closes it. */
    public synchronized void keepIn(HistoryFile.Writer writer) {
        file = Optional.of(writer);
        events.forEach(event -> write(writer, event));
    }

    /** Why the file lacks something, if it does; a sentence. */
    public synchronized Optional<String> trouble() {
        return trouble;
    }

    private void write(HistoryFile.Writer writer, Event event) {
        if (trouble.isPresent()) {
            return;
        }
        try {
            writer.append(event);
        } catch (IOException e) {
            trouble = Optional.of("The history of this attempt could not be kept in " + writer.file() + " ("
                    + e.getMessage() + "). Is the disk full? The attempt itself goes on.");
        }
    }

    /** Closes the file; the history stays readable here. */
    @Override
    public synchronized void close() {
        try {
            file.ifPresent(HistoryFile.Writer::close);
        } catch (UncheckedIOException e) {
            trouble = trouble.or(() -> Optional.of("The history of this attempt may lack its end: " + e.getMessage()));
        }
        file = Optional.empty();
    }
}
