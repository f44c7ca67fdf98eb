package quorumbook.repl.grade;

import java.time.Duration;
import java.util.List;
import quorumbook.labs.Report;

/**
 * What became of one submission.
 *
 * @param transcript what the learner would have seen while it ran
 * @param limits what was ended because it took too long, a sentence each
 * @param took from a ready cluster to the verdict
 */
public record Examined(Report report, String transcript, List<String> limits, Duration took) {
    public Examined {
        limits = List.copyOf(limits);
    }
}
