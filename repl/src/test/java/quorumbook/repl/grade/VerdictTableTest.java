package quorumbook.repl.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import quorumbook.repl.result.AttemptResult;
import quorumbook.repl.result.AttemptResult.Blame;
import quorumbook.repl.result.CheckResult;
import quorumbook.repl.result.Engine;
import quorumbook.repl.result.Outcome;

class VerdictTableTest {
    @Test
    void isSortedAndHoldsNothingThatDiffersFromRunToRun() {
        assertThat(VerdictTable.csv(List.of(of("ben", "a", 2), of("ana", "b", 3), of("ana", "a", 4))))
                .isEqualTo("""
                        learner,exercise,verdict,checks
                        ana,a,fail,one=pass two=fail
                        ana,b,fail,one=pass two=fail
                        ben,a,fail,one=pass two=fail
                        """);
    }

    @Test
    void isReadByASpreadsheetAsTextOnly() {
        assertThat(VerdictTable.csv(List.of(of("=1+1,\"x\"", "a", 1)))).contains("\"'=1+1,\"\"x\"\"\",a,fail");
    }

    private static AttemptResult of(String learner, String exercise, int second) {
        return new AttemptResult(
                learner,
                exercise,
                "title",
                "attempt " + second,
                1,
                "",
                Instant.ofEpochSecond(second),
                Duration.ofSeconds(second),
                new Engine("0", "3", "4", "3", "processes", "none", "17"),
                Optional.empty(),
                Blame.NOBODY,
                List.of(),
                2,
                List.of(check("one", Outcome.PASS), check("two", Outcome.FAIL)),
                "",
                false);
    }

    private static CheckResult check(String id, Outcome outcome) {
        return new CheckResult(id, "", outcome, "", "", "", "", Optional.empty(), Optional.empty(), List.of());
    }
}
