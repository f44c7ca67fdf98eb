package quorumbook.repl.store;

import java.util.Map;
import java.util.Optional;
import quorumbook.labs.history.History;

/**
 * What is kept beside a result, so that it can be judged or run again.
 *
 * @param shape of the cluster, in the words of its lab
 * @param submission the text that was run, if there was one: its SHA-256 is the result's {@code submitted}
 * @param history what the checks saw, if it came to a check
 * @param serverLogs by the name of the server; the last part of each is kept
 */
public record Evidence(
        String shape, Optional<String> submission, Optional<History> history, Map<String, String> serverLogs) {
    public Evidence {
        serverLogs = Map.copyOf(serverLogs);
    }

    /** Of an attempt that was never begun. */
    public static Evidence none(String shape) {
        return new Evidence(shape, Optional.empty(), Optional.empty(), Map.of());
    }
}
