package quorumbook.repl.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import quorumbook.repl.result.AttemptResult.Blame;

class AttemptResultTest {
    @Test
    void aPassIsWhatEveryDeclaredCheckSaid() {
        assertThat(of(2, Optional.empty(), Blame.NOBODY, Outcome.PASS, Outcome.PASS)
                        .verdict())
                .isEqualTo(Outcome.PASS);
    }

    @Test
    void aMissingCheckIsNeverAPass() {
        assertThat(of(2, Optional.empty(), Blame.NOBODY, Outcome.PASS).verdict())
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(of(0, Optional.empty(), Blame.NOBODY).verdict()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void aFailWinsOverAnUnknown() {
        assertThat(of(2, Optional.empty(), Blame.NOBODY, Outcome.UNKNOWN, Outcome.FAIL)
                        .verdict())
                .isEqualTo(Outcome.FAIL);
    }

    @Test
    void ourOwnTroubleIsUnknownAndALearnersIsSkipped() {
        assertThat(of(1, Optional.of("no engine"), Blame.INFRASTRUCTURE).verdict())
                .isEqualTo(Outcome.UNKNOWN);
        assertThat(of(1, Optional.of("no file"), Blame.LEARNER).verdict()).isEqualTo(Outcome.SKIPPED);
    }

    @Test
    void comesBackFromItsFileAsItWas() {
        AttemptResult result = of(2, Optional.of("\u0007 <b>"), Blame.LEARNER, Outcome.PASS, Outcome.SKIPPED);

        assertThat(ResultJson.read(ResultJson.write(result))).isEqualTo(result);
    }

    @Test
    void anotherFormatIsRefusedByName() {
        assertThatThrownBy(() -> ResultJson.read("{\"format\": \"quorumbook-result/2\"}"))
                .hasMessageContaining("quorumbook-result/2");
        assertThatThrownBy(() -> ResultJson.read("[")).isInstanceOf(IllegalArgumentException.class);
    }

    private static AttemptResult of(int declared, Optional<String> trouble, Blame blame, Outcome... outcomes) {
        List<CheckResult> checks = Stream.of(outcomes)
                .map(outcome -> new CheckResult(
                        "a-check",
                        "a claim",
                        outcome,
                        "",
                        "",
                        "",
                        "",
                        Optional.empty(),
                        Optional.of("other"),
                        List.of(3)))
                .toList();
        return new AttemptResult(
                "ada",
                "zookeeper/tree",
                "The tree",
                "00000000-0000-0000-0000-000000000001",
                7,
                "",
                Instant.parse("2026-11-22T10:00:00Z"),
                Duration.ofMillis(1200),
                new Engine("1", "3.9.5", "4.3.1", "3.9.2", "processes", "none", "17"),
                trouble,
                blame,
                List.of("limit: processes"),
                declared,
                checks,
                "out",
                false);
    }
}
