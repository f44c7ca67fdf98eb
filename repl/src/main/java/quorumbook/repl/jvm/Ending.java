package quorumbook.repl.jvm;

import java.util.Optional;
import quorumbook.agent.Agent;
import quorumbook.labs.cell.Limit;

/**
 * How a JVM ended.
 *
 * @param status its exit status, 128 + n when signal n ended it
 * @param started whether it came up at all
 * @param orderly whether its shutdown hooks ran, as they do on {@code System.exit} but not on a kill or a crash
 * @param lastWords the end of what the JVM itself wrote on standard error
 * @param limit what it ran into, if it was ended for that
 */
public record Ending(int status, boolean started, boolean orderly, String lastWords, Optional<Limit> limit) {
    private static final int KILLED = 128 + 9;
    private static final int ABORTED = 128 + 6;

    public boolean killed() {
        return status == KILLED;
    }

    /** Whether a signal ended it, as far as the status tells. */
    public boolean signalled() {
        return status > 128;
    }

    public boolean outOfMemory() {
        return status == Agent.OUT_OF_MEMORY && !orderly;
    }

    /** What happened, as the end of a sentence that begins with the JVM's name. */
    public String inWords() {
        if (limit.isPresent()) {
            return limit.get().words() + " and was ended (" + limit.get() + ")";
        }
        if (!started) {
            return "did not start (exit status " + status + "): " + lastWords.strip();
        }
        if (orderly) {
            return "ended by System.exit(" + status + ")";
        }
        if (outOfMemory()) {
            return "ran out of memory";
        }
        if (killed()) {
            return "was killed from outside (SIGKILL)";
        }
        if (status == ABORTED) {
            return "crashed (SIGABRT)";
        }
        return "ended with exit status " + status + (lastWords.isBlank() ? "" : ": " + lastWords.strip());
    }
}
