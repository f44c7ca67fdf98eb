package quorumbook.repl.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

class KitTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource
    void isWholeAndSaysWhatToReadNext(Kit kit) throws IOException {
        List<Path> written = kit.write(folder);

        assertThat(written).allSatisfy(file -> assertThat(file).isNotEmptyFile());
        assertThat(written.get(written.size() - 1).toString()).endsWith(".md");
        assertThat(kit.presentIn(folder)).isEqualTo(written);
    }

    @ParameterizedTest
    @EnumSource
    void filesAreOfTheirKind(Kit kit) throws IOException {
        for (Path file : kit.write(folder)) {
            String text = Files.readString(file);
            if (file.toString().endsWith(".yml")) {
                assertThat(new Load(LoadSettings.builder().build()).loadFromString(text))
                        .as(file.toString())
                        .isInstanceOf(java.util.Map.class);
            } else if (file.toString().endsWith(".json")) {
                assertThat(new JsonMapper().readTree(text).isObject()).isTrue();
            }
            assertThat(text).doesNotContain("\r");
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "has no sh")
    void scriptsAreWhatAnyShellReads(Kit kit) throws Exception {
        for (Path file : scripts(kit.write(folder))) {
            assertThat(file).isExecutable();
            Process check = new ProcessBuilder("sh", "-n", file.toString())
                    .redirectErrorStream(true)
                    .start();
            assertThat(new String(check.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                    .isEmpty();
            assertThat(check.waitFor()).isZero();
        }
    }

    @Test
    void whatIsThereIsSaidAndALinkIsReplacedNotFollowed() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "precious");
        Files.createSymbolicLink(folder.resolve("setup.sh"), elsewhere);

        assertThat(Kit.GRADESCOPE.presentIn(folder)).containsExactly(folder.resolve("setup.sh"));
        Kit.GRADESCOPE.write(folder);

        assertThat(elsewhere).hasContent("precious");
        assertThat(folder.resolve("setup.sh")).isRegularFile();
    }

    @Test
    void isFoundByName() {
        assertThat(Kit.names()).containsExactly("gradescope", "github-classroom", "ci");
        assertThat(Kit.named("gradescope")).hasValue(Kit.GRADESCOPE);
        assertThat(Kit.named("moodle")).isEmpty();
    }

    private static List<Path> scripts(List<Path> files) throws IOException {
        return Stream.concat(
                        files.stream().filter(file -> file.toString().endsWith(".sh")),
                        files.stream().filter(file -> file.endsWith("run_autograder")))
                .filter(file -> !file.toString().contains("course.conf"))
                .toList();
    }
}
