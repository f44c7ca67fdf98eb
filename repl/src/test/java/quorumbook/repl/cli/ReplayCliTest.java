package quorumbook.repl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;
import quorumbook.repl.file.Sha256;
import quorumbook.repl.result.AttemptResult;
import quorumbook.repl.result.Engine;
import quorumbook.repl.store.Evidence;
import quorumbook.repl.store.Store;

class ReplayCliTest {
    private static final String TEXT = "zk create /app x\n";

    @TempDir
    private Path temp;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private Path receipt = Path.of("");

    @BeforeEach
    void keepAReceiptAndListen() throws IOException {
        AttemptResult result = new AttemptResult(
                "alice",
                "zookeeper/tree",
                "A tree of znodes",
                "attempt-1",
                7,
                Sha256.of(TEXT),
                Instant.parse("2026-11-22T12:00:00Z"),
                Duration.ofSeconds(1),
                new Engine("1", "3.9.5", "4.3.1", "3.9.2", "processes", "none", "17"),
                Optional.empty(),
                AttemptResult.Blame.NOBODY,
                List.of(),
                6,
                List.of(),
                "",
                false);
        History history = new History(new Given(7, Map.of("root", "/app")), List.of());
        try (Store store = Store.open(temp.resolve("out"))) {
            receipt = store.keep(result, new Evidence("a server", Optional.of(TEXT), Optional.of(history), Map.of()));
        }
        PrintStream listening = new PrintStream(said, true, StandardCharsets.UTF_8);
        System.setOut(listening);
        System.setErr(listening);
    }

    @AfterEach
    void stopListening() {
        System.setOut(out);
        System.setErr(err);
    }

    @Test
    void aReceiptThatWasChangedIsSaidToBeSoAndNothingIsConcluded() throws IOException {
        Files.writeString(receipt.resolve("submission.jsh"), "zk create /app y\n");

        assertThat(replay(receipt)).isEqualTo(2);
        assertThat(said())
                .contains("is not as it was kept: submission.jsh was changed. Nothing is concluded from it.")
                .doesNotContain("Usage:");
    }

    @Test
    void aFolderWithoutAReceiptHoldsNothingToJudge() throws IOException {
        assertThat(replay(Files.createDirectory(temp.resolve("empty")))).isEqualTo(2);
        assertThat(said()).contains("There is no receipt in").doesNotContain("Usage:");
    }

    @Test
    void aPathToNothingIsWrongUsage() {
        assertThat(replay(temp.resolve("nowhere"))).isEqualTo(3);
    }

    @Test
    void aReceiptThatIsWholeIsJudged() {
        assertThat(replay(receipt)).isEqualTo(1);
        assertThat(said()).contains("Other verdicts than before.");
    }

    private static int replay(Path place) {
        return Quorumbook.run(new String[] {"replay", place.toString()}, choice -> 0);
    }

    /** On one line. */
    private String said() {
        return said.toString(StandardCharsets.UTF_8).replaceAll("\\s+", " ");
    }
}
