package quorumbook.labs.history;

import java.util.Optional;

/**
 * An operation from its beginning to its end.
 *
 * @param invoked the index of the event with which it began
 * @param ended the index of the event with which it ended; past the last event if it did not
 */
public record Operation(long number, String client, Request request, Outcome outcome, int invoked, int ended) {
    /** Whether this one had been acknowledged or refused before the other began; never so for an unknown one. */
    public boolean precedes(Operation other) {
        return !(outcome instanceof Outcome.Unknown) && ended < other.invoked;
    }

    public boolean isOk() {
        return outcome instanceof Outcome.Ok;
    }

    /** Whether it took effect or may have, or may yet. */
    public boolean mayHaveHappened() {
        return !(outcome instanceof Outcome.Failed);
    }

    /** Where the cluster put it, if it was acknowledged and the cluster said so. */
    public Optional<Position> position() {
        return outcome instanceof Outcome.Ok ok ? ok.position() : Optional.empty();
    }

    /** The value that was answered, if it was acknowledged. */
    public Optional<String> answer() {
        return outcome instanceof Outcome.Ok ok ? ok.value() : Optional.empty();
    }
}
