package quorumbook.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import quorumbook.answers.FlakeTable.Row;

class FlakeTableTest {
    private static Row row(int run, String verdict, int millis, String difference) {
        return new Row(
                run,
                "processes",
                "zookeeper/tree",
                "forgets-a-leaf",
                Duration.ofMillis(millis),
                verdict,
                Optional.of(difference).filter(words -> !words.isEmpty()));
    }

    @Test
    void countsVerdictsAndTimes() {
        FlakeTable table = new FlakeTable(
                3, List.of(row(1, "fail", 1000, ""), row(2, "fail", 3000, ""), row(3, "fail", 2000, "")));

        assertThat(table.firstFlake()).isEmpty();
        assertThat(table.markdown())
                .contains("3 of 3 runs, 3 submissions judged, 0 not as due")
                .contains("| zookeeper/tree | forgets-a-leaf | processes | 3 fail | 1.0 s | 2.0 s | 3.0 s |");
    }

    @Test
    void showsTheFirstDifference() {
        FlakeTable table =
                new FlakeTable(2, List.of(row(1, "fail", 1000, ""), row(2, "pass", 1000, "the verdict is PASS")));

        assertThat(table.firstFlake())
                .hasValueSatisfying(words ->
                        assertThat(words).contains("run 2", "zookeeper/tree", "forgets-a-leaf", "the verdict is PASS"));
        assertThat(table.markdown()).contains("1 fail, 1 pass, **1 not as due**", "The first difference");
        assertThat(table.line(2)).contains("run 2 of 2", "1 not as due");
    }
}
