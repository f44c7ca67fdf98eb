package quorumbook.repl.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import quorumbook.labs.Check;
import quorumbook.labs.LabId;
import quorumbook.labs.Report;
import quorumbook.labs.Verdict;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;

class VerdictsTest {
    private static final Report REPORT = new Report(
            LabId.of("zookeeper/tree"),
            1,
            List.of(new Report.Judged(
                    Check.check("nothing-is-lost", "nothing is lost", history -> Verdict.pass("")),
                    Verdict.fail("all of it", "half of it", "zk ls /"))),
            new History(new Given(1, Map.of()), List.of()));

    @Test
    void aFailPointsAtTheMomentsInWhichItBroke() {
        assertThat(Verdicts.page(REPORT, judged -> List.of(14, 31)).plainText())
                .contains("  see       zk ls /\n  where     /timeline 14  it broke at moments 14, 31");
    }

    @Test
    void aFailWithoutMomentsPointsNowhere() {
        assertThat(Verdicts.page(REPORT).plainText()).doesNotContain("/timeline");
    }
}
