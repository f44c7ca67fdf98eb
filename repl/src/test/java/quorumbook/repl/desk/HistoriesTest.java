package quorumbook.repl.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorumbook.labs.LabId;
import quorumbook.labs.Report;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;
import quorumbook.labs.history.HistoryFile;

class HistoriesTest {
    @TempDir
    Path folder;

    @Test
    void aKeptHistoryIsReadBackAsItWas() throws IOException {
        Report report = report(7);

        Path file = Histories.in(folder).keep(report);

        HistoryFile.Kept kept = HistoryFile.read(file);
        assertThat(kept.about()).isEqualTo("zookeeper/tree");
        assertThat(kept.history()).isEqualTo(report.history());
    }

    @Test
    void theNewestOfEachExerciseAreKept() throws IOException {
        Histories histories = Histories.in(folder);
        Path last = folder;
        for (int seed = 0; seed < Histories.KEPT + 5; seed++) {
            last = histories.keep(report(seed));
        }
        try (Stream<Path> files = Files.list(folder.resolve("zookeeper/tree"))) {
            assertThat(files).hasSize(Histories.KEPT).contains(last);
        }
    }

    private static Report report(long seed) {
        History history = new History(
                new Given(seed, Map.of("root", "/shop")),
                List.of(new Event.Noted(Instant.parse("2026-11-22T12:00:00Z"), "began", Long.toString(seed))));
        return new Report(LabId.of("zookeeper/tree"), seed, List.of(), history);
    }
}
