package quorumbook.repl.store;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;
import quorumbook.repl.file.Sha256;
import quorumbook.repl.result.AttemptResult;
import quorumbook.repl.result.CheckResult;
import quorumbook.repl.result.Engine;
import quorumbook.repl.result.Outcome;

/** Attempts as grading hands them to a store. */
final class Attempts {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456Z");
    static final String TEXT = "zk create /app ü\n";
    static final String SUM = Sha256.of(TEXT);
    static final String SHAPE = "a standalone ZooKeeper server";

    private Attempts() {}

    static AttemptResult of(String learner, String exercise, long seed) {
        return of(learner, exercise, seed, NOON, Outcome.PASS);
    }

    static AttemptResult of(String learner, String exercise, long seed, Instant at, Outcome outcome) {
        CheckResult check = new CheckResult(
                "app-exists", "/app exists", outcome, "", "", "", "", Optional.empty(), Optional.empty(), List.of(1));
        return new AttemptResult(
                learner,
                exercise,
                "A tree of znodes",
                UUID.randomUUID().toString(),
                seed,
                SUM,
                at,
                Duration.ofMillis(1234),
                new Engine("1", "3.9.5", "4.3.1", "3.9.2", "processes", "none", "17"),
                Optional.empty(),
                AttemptResult.Blame.NOBODY,
                List.of(),
                1,
                List.of(check),
                "Created /app\n\u001b[31m",
                false);
    }

    static Evidence evidence() {
        History history = new History(
                new Given(7, Map.of("root", "/app")), List.of(new Event.Noted(NOON, "created", "/app \"ü\"\n")));
        return new Evidence(
                SHAPE, Optional.of(TEXT), Optional.of(history), Map.of("zk1", "INFO all is well\n", "../zk2", "x"));
    }
}
