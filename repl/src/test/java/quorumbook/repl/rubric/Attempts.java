package quorumbook.repl.rubric;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import quorumbook.repl.result.AttemptResult;
import quorumbook.repl.result.AttemptResult.Blame;
import quorumbook.repl.result.CheckResult;
import quorumbook.repl.result.Engine;
import quorumbook.repl.result.Outcome;

/** Results to score, with no more in them than points need. */
final class Attempts {
    private Attempts() {}

    static AttemptResult of(CheckResult... checks) {
        return of(checks.length, Optional.empty(), Blame.NOBODY, checks);
    }

    static AttemptResult of(int declared, Optional<String> trouble, Blame blame, CheckResult... checks) {
        return new AttemptResult(
                "ada",
                "zookeeper/lock",
                "A lock",
                "00000000-0000-0000-0000-000000000001",
                7,
                "",
                Instant.parse("2026-11-22T10:00:00Z"),
                Duration.ofMillis(1200),
                new Engine("1", "3.9.5", "4.3.1", "3.9.2", "processes", "none", "17"),
                trouble,
                blame,
                List.of(),
                declared,
                List.of(checks),
                "",
                false);
    }

    static CheckResult check(String id, Outcome verdict) {
        return check(id, verdict, Optional.empty());
    }

    static CheckResult waiting(String id, String needs) {
        return check(id, Outcome.SKIPPED, Optional.of(needs));
    }

    private static CheckResult check(String id, Outcome verdict, Optional<String> needs) {
        return new CheckResult(id, "a claim", verdict, "", "", "", "", Optional.empty(), needs, List.of());
    }
}
