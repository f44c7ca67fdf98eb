package quorumbook.repl.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import quorumbook.repl.rubric.Scored;

/** Every format of every kind of result, as somebody has read and approved it: {@code -Dapprove=true} writes what is seen now. */
class GoldenFilesTest {
    private static final Path APPROVED = Path.of("src", "test", "resources", "quorumbook", "repl", "format", "golden");
    private static final Pattern LONG_RUN = Pattern.compile("(.)\\1{99,}");

    @TempDir
    private Path folder = Path.of("");

    static Stream<Arguments> everyFormatOfEveryCase() {
        return Formats.names().stream().flatMap(format -> Case.all().map(each -> Arguments.of(format, each)));
    }

    @ParameterizedTest
    @MethodSource("everyFormatOfEveryCase")
    void isAsApproved(String format, Case each) throws IOException {
        Path file = APPROVED.resolve(format).resolve(each.word() + ".txt");
        String seen = text(Written.by(format, folder, each.scored()));
        if (Boolean.getBoolean("approve")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, seen);
        }

        assertThat(file)
                .as("read this; if it is right, run again with -Dapprove=true:\n%s", seen)
                .exists();
        assertThat(seen).isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @MethodSource("everyFormatOfEveryCase")
    void doesNotDependOnWhatWasGradedFirst(String format, Case each) throws IOException {
        List<Scored> reversed = new ArrayList<>(each.scored());
        Collections.reverse(reversed);

        assertThat(Written.by(format, folder.resolve("b"), reversed))
                .isEqualTo(Written.by(format, folder.resolve("a"), each.scored()));
    }

    @ParameterizedTest
    @MethodSource("everyFormatOfEveryCase")
    void holdsNothingThatATerminalOrAPageWouldObey(String format, Case each) throws IOException {
        Written.by(format, folder, each.scored()).files().forEach((name, text) -> {
            assertThat(name).matches("[A-Za-z0-9._@+/-]+");
            assertThat(text)
                    .doesNotContainPattern("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\x{202e}\\x{2028}\\x{ffff}]");
            if (!format.equals("csv")) {
                assertThat(text).doesNotContain("<script", "<b>", "<!--", "]]>", "</testcase> **");
            }
        });
    }

    /** Lines of other systems' files stay as they are; only what cannot be read in a diff is told in other words. */
    private static String text(Written written) {
        StringBuilder text = new StringBuilder();
        written.files().forEach((name, content) -> {
            String shown = name.endsWith("github-output") ? "(result.json in base64)\n" : content;
            text.append("==== ").append(name).append(" ====\n").append(shown.replace("\r", "␍"));
        });
        return LONG_RUN.matcher(text)
                .replaceAll(run -> run.group(1) + "{" + run.group().length() + " times}");
    }
}
