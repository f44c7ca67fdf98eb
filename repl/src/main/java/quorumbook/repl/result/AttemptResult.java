package quorumbook.repl.result;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One learner's submission to one exercise, judged: the one result that all formats are written from.
 *
 * @param learner the name of the submission's folder or archive, made harmless: the key of the learner in all files
 * @param exercise such as {@code zookeeper/tree}
 * @param title the lesson's
 * @param attempt a UUID
 * @param seed what the names and values of the attempt were drawn from
 * @param submitted SHA-256 of the judged text, in hexadecimal digits; empty if none was judged
 * @param gradedAt when the verdict was there
 * @param took from a ready cluster to the verdict
 * @param trouble why nothing or not all could be judged, a sentence: no file, an unreadable file, a fault of ours
 * @param blame whose the trouble is
 * @param limits what was ended since it was too long, too large, or not allowed, such as {@code limit: processes}
 * @param declared how many checks the exercise has: fewer results than that is never a pass
 * @param checks in the exercise's order
 * @param output what the learner would have seen, bounded
 * @param again whether a first run came to unknown and this is the second, on a fresh cluster
 */
public record AttemptResult(
        String learner,
        String exercise,
        String title,
        String attempt,
        long seed,
        String submitted,
        Instant gradedAt,
        Duration took,
        Engine engine,
        Optional<String> trouble,
        Blame blame,
        List<String> limits,
        int declared,
        List<CheckResult> checks,
        String output,
        boolean again) {
    public AttemptResult {
        limits = List.copyOf(limits);
        checks = List.copyOf(checks);
    }

    /** Whose fault it is that an exercise was not passed. */
    public enum Blame {
        NOBODY,
        LEARNER,
        INFRASTRUCTURE
    }

    /**
     * A failed check fails the exercise; else trouble of ours, an unknown, or a check that is missing makes it unknown;
     * else trouble of the learner's skips it; a pass is what is left, if anything was judged at all.
     */
    public Outcome verdict() {
        if (has(Outcome.FAIL)) {
            return Outcome.FAIL;
        }
        if (trouble.isPresent() && blame == Blame.LEARNER) {
            return Outcome.SKIPPED;
        }
        boolean whole = !checks.isEmpty() && checks.size() == declared && trouble.isEmpty();
        if (!whole || has(Outcome.UNKNOWN)) {
            return Outcome.UNKNOWN;
        }
        return has(Outcome.SKIPPED) ? Outcome.UNKNOWN : Outcome.PASS;
    }

    private boolean has(Outcome outcome) {
        return checks.stream().anyMatch(check -> check.verdict() == outcome);
    }
}
