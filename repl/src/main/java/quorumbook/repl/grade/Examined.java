package quorumbook.repl.grade;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import quorumbook.labs.Report;

/**
 * What became of one submission.
 *
 * @param transcript what the learner would have seen while it ran, its beginning and its end
 * @param limits what was ended because it was too long or too much, a sentence each that begins with {@code limit:}
 * @param took from a ready cluster to the verdict
 * @param serverLogs the last lines of each server's log unless it passed, by the server's name
 */
public record Examined(
        Report report, String transcript, List<String> limits, Duration took, Map<String, String> serverLogs) {
    public Examined {
        limits = List.copyOf(limits);
        serverLogs = Map.copyOf(serverLogs);
    }
}
