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
 * @param spent what that and the time before and after it went into
 * @param serverLogs the last lines of each server's log unless it passed, by the server's name
 */
public record Examined(
        Report report,
        String transcript,
        List<String> limits,
        Duration took,
        Spent spent,
        Map<String, String> serverLogs) {
    public Examined {
        limits = List.copyOf(limits);
        serverLogs = Map.copyOf(serverLogs);
    }

    Examined with(String shown) {
        return new Examined(report, shown, limits, took, spent, serverLogs);
    }

    Examined with(Spent all) {
        return new Examined(report, transcript, limits, took, all, serverLogs);
    }
}
