package quorumbook.repl.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quorumbook.labs.await.Eventually;
import quorumbook.lessons.LessonId;
import quorumbook.repl.desk.Conversation.Turn;

/** Working in an editor of one's own, beside the workbook. */
class WatchCommandIT extends AtADesk {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String RIGHT = """
            zk create $root/$stock
            zk create $root/$stock/$apples $applecount
            zk create $root/$stock/$pears $pearcount
            zk set $root/$stock "$crates"
            zk deleteall $root/$old
            """;

    @BeforeEach
    void openTheTree() {
        desk.open(LessonId.parse("zookeeper/tree").orElseThrow());
    }

    @Test
    void eachSaveIsRunAndJudgedFromTheBeginningUntilInterrupted() throws Exception {
        Path file = folder.resolve("my tree.jsh");
        CompletableFuture<Turn> watching = CompletableFuture.supplyAsync(() -> dialogue.submit("/watch " + file));

        save(file, RIGHT.replace("zk deleteall $root/$old\n", ""));
        shows("Not yet.");
        save(file, RIGHT);
        shows("Solved.");
        // What the run before created would be in the way.
        assertThat(screen.text()).doesNotContain("Node already exists");

        save(file, "int x = ;\n" + RIGHT);
        shows("illegal start of expression");
        dialogue.interrupt();
        assertThat(interruptedUntilDone(watching)).isEqualTo(Turn.FAILED);
        assertThat(dialogue.submit("/open " + folder.resolve("nothing.jsh"))).isEqualTo(Turn.FAILED);
    }

    /** The first Ctrl-C may still stop a run; at rest it ends the watch. */
    private Turn interruptedUntilDone(CompletableFuture<Turn> watching) throws Exception {
        Eventually.holds(PATIENCE, () -> {
            dialogue.interrupt();
            return watching.isDone();
        });
        return watching.get(1, TimeUnit.SECONDS);
    }

    private static void save(Path file, String text) throws IOException {
        Path written = file.resolveSibling("written");
        Files.writeString(written, text);
        Files.move(written, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private void shows(String words) throws InterruptedException {
        assertThat(Eventually.holds(PATIENCE, () -> screen.text().contains(words)))
                .as("the screen: %s", screen.text())
                .isTrue();
    }
}
