package quorumbook.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorumbook.answers.FlakeTable.Row;

class FlakeJournalTest {
    private static final Row FLAKE = new Row(
            2,
            "containers",
            "zookeeper/lock",
            "answer",
            Duration.ofMillis(1234),
            "unknown",
            Optional.of("the verdict is unknown, not PASS\n\nseed 4711"));

    @Test
    void goesOnWithWhatAnEarlierHuntHasSeen(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("target/hunt.jsonl");
        FlakeJournal.begun(file).add(FLAKE);

        FlakeJournal later = FlakeJournal.goingOn(file);

        assertThat(later.rows()).containsExactly(FLAKE);
        assertThat(later.has(2, "containers", "zookeeper/lock", "answer")).isTrue();
        assertThat(later.has(3, "containers", "zookeeper/lock", "answer")).isFalse();
        assertThat(later.has(2, "processes", "zookeeper/lock", "answer")).isFalse();
    }

    @Test
    void beginsAnewUnlessItIsToldToGoOn(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("hunt.jsonl");
        FlakeJournal.begun(file).add(FLAKE);

        assertThat(FlakeJournal.begun(file).rows()).isEmpty();
        assertThat(FlakeJournal.goingOn(file).rows()).isEmpty();
    }
}
