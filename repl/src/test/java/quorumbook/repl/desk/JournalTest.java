package quorumbook.repl.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir
    Path folder;

    private static Journal.Entry entry(String words) {
        return new Journal.Entry(NOW, "step", "zookeeper/tree", words);
    }

    @Test
    void readsWhatWasAppended() throws IOException {
        Journal journal = Journal.at(folder.resolve("deep/progress.journal"));
        journal.append(entry("1"));
        journal.append(entry("2"));
        assertThat(journal.read()).containsExactly(entry("1"), entry("2"));
    }

    @Test
    void aTornLineIsSkippedAndTheNextIsWhole() throws IOException {
        Path file = folder.resolve("progress.journal");
        Journal journal = Journal.at(file);
        journal.append(entry("1"));
        Files.writeString(file, "2026-11-22T10:00:00Z\tste", StandardOpenOption.APPEND);
        assertThat(journal.read()).containsExactly(entry("1"));
        journal.append(entry("2"));
        assertThat(journal.read()).containsExactly(entry("1"), entry("2"));
    }

    /** "1" is not what somebody wrote who was writing "12". */
    @Test
    void aLineThatWasTornInItsLastWordIsSkippedToo() throws IOException {
        Path file = folder.resolve("progress.journal");
        Journal journal = Journal.at(file);
        journal.append(entry("1"));
        for (String torn : List.of("step\tzookeeper/tree\t1", "step\tzookeeper/tree\t", "step\tzookeeper", "step")) {
            Files.writeString(file, "2026-11-22T10:00:00Z\t" + torn, StandardOpenOption.APPEND);
            journal.append(entry("2"));
        }
        assertThat(journal.read()).containsExactly(entry("1"), entry("2"), entry("2"), entry("2"), entry("2"));
    }

    @Test
    void linesOfSomethingElseAreSkipped() throws IOException {
        Path file = folder.resolve("progress.journal");
        Files.writeString(file, "not a journal\nyesterday\tstep\tx\t1\n");
        assertThat(Journal.at(file).read()).isEmpty();
    }

    @Test
    void tabsAndLineBreaksCannotForgeALine() throws IOException {
        Journal journal = Journal.at(folder.resolve("progress.journal"));
        journal.append(entry("1\n2026-11-22T10:00:00Z\tchecked\tzookeeper/tree\tpass"));
        assertThat(journal.read()).hasSize(1);
    }

    @Test
    void twoWorkbooksAtOnceLoseNothing() throws Exception {
        Path file = folder.resolve("progress.journal");
        ExecutorService writers = Executors.newFixedThreadPool(2);
        Callable<Void> writer = () -> {
            Journal journal = Journal.at(file);
            for (int i = 0; i < 20; i++) {
                journal.append(entry(Thread.currentThread().getName() + " " + i));
            }
            return null;
        };
        try {
            writers.invokeAll(new ArrayList<>(List.of(writer, writer)))
                    .forEach(done -> assertThat(done).succeedsWithin(java.time.Duration.ofSeconds(30)));
        } finally {
            writers.shutdownNow();
        }
        assertThat(Journal.at(file).read()).hasSize(40);
    }
}
