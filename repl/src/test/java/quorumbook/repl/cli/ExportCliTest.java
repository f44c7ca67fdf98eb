package quorumbook.repl.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportCliTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void writesIntoANewFolder() {
        assertThat(run("export", "gradescope", folder.resolve("new").toString()))
                .isZero();
        assertThat(folder.resolve("new").resolve("run_autograder")).isExecutable();
    }

    @Test
    void refusesToWriteOverWhatIsThereUnlessForced() throws IOException {
        Path readme = Files.writeString(folder.resolve("README.md"), "mine");

        assertThat(run("export", "gradescope", folder.toString())).isEqualTo(3);
        assertThat(readme).hasContent("mine");
        assertThat(folder.resolve("setup.sh")).doesNotExist();

        assertThat(run("export", "gradescope", folder.toString(), "--force")).isZero();
        assertThat(readme).content().contains("Gradescope");
    }

    @Test
    void wrongUsageIsWrongUsage() throws IOException {
        assertThat(run("export", "moodle", folder.toString())).isEqualTo(3);
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(run("export", "ci", file.toString())).isEqualTo(3);
    }

    private static int run(String... arguments) {
        return Quorumbook.run(arguments, choice -> 0);
    }
}
