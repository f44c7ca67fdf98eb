package quorumbook.labs.history;

import java.util.Locale;
import java.util.Optional;

/**
 * A wait for something of the learner's that was in vain, and what the machine could do meanwhile: silence counts against
 * nobody who had no chance to speak.
 *
 * @param millis how long
 * @param sparedMillis what one more thread would have had of a processor in that time
 * @param ownMillis what the learner's own programs had of the processors, as far as that is known
 * @param processors how many there are
 */
public record Waited(long millis, long sparedMillis, long ownMillis, int processors) {
    /** Patience is generous; a program that gets on at an eighth of its pace still comes in time. */
    private static final int LEAST_PART = 8;

    /** Whoever has as much of the machine as all others together has not been kept waiting by them. */
    private static final int OWN_PART = 2;

    /** Why this silence says nothing, a clause; empty if it does. */
    public Optional<String> doubt() {
        boolean starved = sparedMillis < millis / LEAST_PART;
        boolean byThemselves = ownMillis >= millis * processors / OWN_PART;
        return starved && !byThemselves
                ? Optional.of(String.format(
                        Locale.ROOT,
                        "the machine is too busy: in the %.1f s that were waited, a program could run for %.1f s",
                        millis / 1000.0,
                        sparedMillis / 1000.0))
                : Optional.empty();
    }
}
