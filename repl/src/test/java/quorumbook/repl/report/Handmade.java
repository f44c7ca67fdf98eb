package quorumbook.repl.report;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quorumbook.repl.result.AttemptResult;
import quorumbook.repl.result.AttemptResult.Blame;
import quorumbook.repl.result.CheckResult;
import quorumbook.repl.result.Engine;
import quorumbook.repl.result.Outcome;

/** A result written by hand, a part after the other. */
final class Handmade {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final String learner;
    private final String exercise;
    private final List<CheckResult> checks = new ArrayList<>();
    private final List<String> limits = new ArrayList<>();
    private String title;
    private Optional<String> trouble = Optional.empty();
    private Blame blame = Blame.NOBODY;
    private String output = "";
    private String sandbox = "container";
    private int missing;

    Handmade(String learner, String exercise) {
        this.learner = learner;
        this.exercise = exercise;
        this.title = "About " + exercise;
    }

    Handmade titled(String words) {
        title = words;
        return this;
    }

    Handmade pass(String id) {
        return check(id, Outcome.PASS, "it was seen", "", "", "", List.of());
    }

    Handmade fail(String id, String expected, String actual, Integer... events) {
        return check(id, Outcome.FAIL, "", expected, actual, "zk ls /", List.of(events));
    }

    Handmade unknown(String id, String why) {
        return check(id, Outcome.UNKNOWN, why, "", "", "/reset and try again", List.of());
    }

    Handmade skipped(String id, String why) {
        return check(id, Outcome.SKIPPED, why, "", "", "", List.of());
    }

    private Handmade check(
            String id, Outcome verdict, String why, String expected, String actual, String see, List<Integer> events) {
        checks.add(new CheckResult(
                id,
                id.replace('-', ' '),
                verdict,
                why,
                expected,
                actual,
                see,
                verdict == Outcome.FAIL ? Optional.of("look at\n`zk ls <b>` *again*") : Optional.empty(),
                Optional.empty(),
                events));
        return this;
    }

    Handmade trouble(Blame whose, String words) {
        trouble = Optional.of(words);
        blame = whose;
        return this;
    }

    Handmade limit(String words) {
        limits.add(words);
        return this;
    }

    Handmade printed(String words) {
        output = words;
        return this;
    }

    Handmade sandbox(String words) {
        sandbox = words;
        return this;
    }

    Handmade missing(int count) {
        missing = count;
        return this;
    }

    AttemptResult done() {
        return done(0);
    }

    /** @param minutes after noon */
    AttemptResult done(int minutes) {
        return new AttemptResult(
                learner,
                exercise,
                title,
                "00000000-0000-0000-0000-000000000001",
                4711,
                "5e3c0c9f21b7".repeat(5),
                NOON.plus(Duration.ofMinutes(minutes)),
                Duration.ofMillis(1240),
                new Engine("0.1.0", "3.9.5", "4.3.1", "3.9.2", "processes", sandbox, "17.0.19"),
                trouble,
                blame,
                limits,
                checks.size() + missing,
                checks,
                output,
                false);
    }
}
