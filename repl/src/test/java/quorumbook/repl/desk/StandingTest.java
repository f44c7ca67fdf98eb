package quorumbook.repl.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static Journal.Entry entry(String kind, String words) {
        return Standing.entry(kind, "zookeeper/tree", words);
    }

    private static Standing.Lesson after(Journal.Entry... entries) {
        return Standing.of(List.of(entries)).lesson("zookeeper/tree").orElseThrow();
    }

    @Test
    void nobodyKnowsALessonThatWasNeverOpened() {
        assertThat(Standing.of(List.of()).lesson("zookeeper/tree")).isEmpty();
        assertThat(Standing.of(List.of()).latest()).isEmpty();
    }

    @Test
    void aSolvedLessonStaysSolvedWhenItIsTriedAgain() {
        Standing.Lesson lesson = after(entry("checked", "pass"), entry("checked", "fail"), entry("skipped", ""));
        assertThat(lesson.mark()).isEqualTo(Standing.Mark.PASSED);
        assertThat(lesson.tries()).isEqualTo(2);
    }

    @Test
    void theLastSeedAndStepAreKept() {
        Standing.Lesson lesson = after(entry("opened", "42"), entry("step", "3"), entry("opened", "-7"));
        assertThat(lesson.seed()).isEqualTo(-7);
        assertThat(lesson.step()).isEqualTo(3);
    }

    @Test
    void wordsThatAreNoNumberChangeNothing() {
        assertThat(after(entry("step", "2"), entry("step", "two")).step()).isEqualTo(2);
    }
}
