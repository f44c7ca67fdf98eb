package quorumbook.repl.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import quorumbook.repl.format.Case;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gradescope's machine is a Linux; so is where its script is tried. */
@EnabledOnOs(OS.LINUX)
class RunAutograderTest {
    @TempDir
    private Path root = Path.of("");

    private Pretended grader = new Pretended(Path.of(""));

    @BeforeEach
    void layOut() throws IOException {
        Kit.GRADESCOPE.write(root.resolve("source"));
        grader = Pretended.in(root, root.resolve("source").resolve("quorumbook"));
        Files.createDirectory(root.resolve("submission"));
    }

    @Test
    void handsInWhatTheFormatWrote() throws Exception {
        course("zookeeper/tree zookeeper/lock", 60);
        grader.handOut("gradescope", Case.PASS);

        assertThat(run()).isEqualTo("exit 0");

        assertThat(results().path("score").asDouble()).isEqualTo(10);
        assertThat(grader.calls().get(0)).contains("--exercise zookeeper/tree --out", "--format gradescope", "--trust");
        assertThat(grader.calls().get(1)).contains("--exercise zookeeper/tree,zookeeper/lock ");
    }

    @Test
    void takesOnlyDeclaredFilesWhereverTheyLie() throws Exception {
        course("zookeeper/tree zookeeper/lock zookeeper/sessions", 60);
        Files.createDirectory(root.resolve("submission").resolve("zookeeper"));
        Files.writeString(root.resolve("submission").resolve("zookeeper").resolve("tree.jsh"), "zk ls /");
        Files.writeString(root.resolve("submission").resolve("lock.jsh"), "zk ls /");
        Files.writeString(root.resolve("submission").resolve("evil.jsh"), "");
        Files.createSymbolicLink(
                root.resolve("submission").resolve("sessions.jsh"), Files.writeString(root.resolve("secret"), ""));
        grader.handOut("gradescope", Case.PASS);

        run();

        assertThat(grader.calls().subList(1, 3)).containsExactly("zookeeper/lock.jsh", "zookeeper/tree.jsh");
    }

    @Test
    void unknownIsSaidToStaff() throws Exception {
        course("zookeeper/tree zookeeper/odd", 60);
        grader.handOut("gradescope", Case.UNKNOWN);

        assertThat(run()).startsWith("UNKNOWN: some checks could not be judged").endsWith("exit 0");
    }

    @Test
    void theDeadlineKeepsWhatThereWasAndSaysSo() throws Exception {
        course("zookeeper/tree zookeeper/slow", 2);
        grader.handOut("gradescope", Case.PASS);

        assertThat(run()).contains("UNKNOWN: not everything was judged: the deadline of 2 s");

        assertThat(results().path("score").asDouble()).isEqualTo(10);
        assertThat(results().path("output").asString()).startsWith("Not everything could be judged. That is not your");
    }

    @Test
    void theDeadlineBeforeAnythingWasJudgedLeavesAFileAllTheSame() throws Exception {
        course("zookeeper/slow zookeeper/tree", 1);
        grader.handOut("gradescope", Case.PASS);

        run();

        assertThat(results().path("output").asString()).startsWith("This run could not be completed.");
        assertThat(results().path("tests").path(0).has("score")).isFalse();
    }

    @Test
    void aGraderThatWritesNothingIsTrouble() throws Exception {
        course("zookeeper/tree", 60);

        assertThat(run()).contains("UNKNOWN: not everything was judged: no results of zookeeper/tree");
        assertThat(results().path("output").asString()).startsWith("This run could not be completed.");
    }

    @Test
    void troubleWithOneExerciseLeavesTheOthers() throws Exception {
        course("zookeeper/tree zookeeper/broken zookeeper/lock", 60);
        grader.handOut("gradescope", Case.PASS);

        assertThat(run())
                .contains("trouble with zookeeper/broken (exit code 4)")
                .endsWith("exit 0");

        assertThat(results().path("output").asString()).startsWith("Not everything could be judged");
        assertThat(grader.calls()).last().asString().contains("--exercise zookeeper/tree,zookeeper/lock ");
    }

    private String run() throws IOException, InterruptedException {
        return grader.run(
                Map.of("AUTOGRADER", root.toString()),
                "sh",
                root.resolve("source").resolve("run_autograder").toString());
    }

    private void course(String exercises, int deadline) throws IOException {
        Files.writeString(
                root.resolve("source").resolve("course.conf.sh"),
                "exercises='" + exercises + "'\ndeadline=" + deadline + "\noptions=--trust\n");
    }

    private JsonNode results() throws IOException {
        return new JsonMapper()
                .readTree(Files.readString(root.resolve("results").resolve("results.json")));
    }
}
