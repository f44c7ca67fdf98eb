package quorumbook.labs.history;

import java.time.Instant;
import java.util.function.Function;

/** Where whatever happens in an attempt is noted, from any thread: the order of notes is the order of their moments. */
public interface Recorder {
    /** Notes what {@code event} makes of this moment, and returns the moment. */
    Instant note(Function<Instant, Event> event);

    /** A number for an operation that is about to begin. */
    long nextOperation();

    /** Notes that an operation begins; returns its number. */
    default long invoke(String client, Request request) {
        long operation = nextOperation();
        note(at -> new Event.Invoked(at, operation, client, request));
        return operation;
    }

    default void end(long operation, Outcome outcome) {
        note(at -> new Event.Ended(at, operation, outcome));
    }
}
