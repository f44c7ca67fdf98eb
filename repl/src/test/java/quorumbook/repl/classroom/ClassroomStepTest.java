package quorumbook.repl.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import quorumbook.repl.format.Case;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The steps of GitHub Classroom and of a CI, with their scripts as they are exported. */
@EnabledOnOs(OS.LINUX)
class ClassroomStepTest {
    @TempDir
    private Path root = Path.of("");

    private Pretended grader = new Pretended(Path.of(""));

    @BeforeEach
    void layOut() throws IOException {
        Kit.GITHUB_CLASSROOM.write(root.resolve("submission"));
        Kit.CI.write(root.resolve("course"));
        grader = Pretended.in(root, root.resolve("quorumbook"));
    }

    @Test
    void theStepSetsItsOutput() throws Exception {
        grader.handOut("github-classroom", Case.PASS);

        assertThat(step()).isEqualTo("exit 0");
        assertThat(output().path("status").asString()).isEqualTo("pass");
    }

    @Test
    void theStepSetsItsOutputEvenIfNothingWasGraded() throws Exception {
        exercises("zookeeper/broken");

        assertThat(step()).contains("not the learner's doing").endsWith("exit 4");
        assertThat(output().path("status").asString()).isEqualTo("error");
        assertThat(output().path("tests").size()).isEqualTo(1);
    }

    @Test
    void unknownIsForTheReporterToTell() throws Exception {
        exercises("zookeeper/odd");
        grader.handOut("github-classroom", Case.UNKNOWN);

        assertThat(step()).isEqualTo("exit 0");
        assertThat(output().path("status").asString()).isEqualTo("error");
    }

    @Test
    void theScriptOfACiPassesOptionsOnAndKeepsTheExitCode() throws Exception {
        assertThat(ci("--exercise", "zookeeper/odd"))
                .contains("could not be judged")
                .endsWith("exit 2");
        assertThat(grader.calls().get(0)).endsWith("--format junit,csv,json --exercise zookeeper/odd");
        assertThat(ci("--exercise", "zookeeper/broken")).isEqualTo("exit 4");
    }

    private String ci(String... options) throws IOException, InterruptedException {
        String[] command = Stream.concat(
                        Stream.of(
                                "sh",
                                root.resolve("course")
                                        .resolve("quorumbook-ci.sh")
                                        .toString(),
                                root.resolve("submission").toString(),
                                root.resolve("quorumbook").toString(),
                                root.resolve("grades").toString()),
                        Stream.of(options))
                .toArray(String[]::new);
        return grader.run(Map.of(), command);
    }

    private String step() throws IOException, InterruptedException {
        return grader.run(
                Map.of(
                        "RUNNER_TEMP",
                        root.toString(),
                        "GITHUB_OUTPUT",
                        root.resolve("github-output").toString()),
                "sh",
                root.resolve("submission/.github/quorumbook/grade.sh").toString(),
                root.resolve("submission").toString(),
                root.resolve("quorumbook").toString());
    }

    private void exercises(String exercises) throws IOException {
        Files.writeString(
                root.resolve("submission/.github/quorumbook/course.conf.sh"),
                "exercises=" + exercises + "\ndeadline=60\noptions=\n");
    }

    private JsonNode output() throws IOException {
        String line = Files.readString(root.resolve("github-output"));
        assertThat(line).matches("result=[A-Za-z0-9+/]+=*\n");
        byte[] json = Base64.getDecoder().decode(line.strip().substring("result=".length()));
        return new JsonMapper().readTree(new String(json, StandardCharsets.UTF_8));
    }
}
