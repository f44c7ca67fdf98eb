package quorumbook.repl.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import quorumbook.repl.rubric.Scored;
import tools.jackson.databind.JsonNode;

class GitHubClassroomTest {
    /** What Linux allows an environment variable to be, and a name. */
    private static final int MOST = 131_072 - 100;

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource
    void obeysItsSchema(Case each) throws IOException {
        assertThat(Written.by("github-classroom", folder, each.scored())
                        .against("github-classroom.schema.json", ".json"))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CLASS"})
    void theStepsOutputIsOneLineThatTheReporterDecodes(Case each) throws IOException {
        Written written = Written.by("github-classroom", folder, each.scored());
        String output = written.only("github-output");

        assertThat(output).matches("result=[A-Za-z0-9+/]+=*\n").hasSizeLessThan(MOST);
        assertThat(new String(
                        Base64.getDecoder().decode(output.strip().substring("result=".length())),
                        StandardCharsets.UTF_8))
                .isEqualTo(written.only("result.json"));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CLASS"})
    void whatClassroomAddsUpIsWhatTheFormulaSays(Case each) throws IOException {
        JsonNode result = result(each.scored());
        BigDecimal sum = result.path("tests")
                .valueStream()
                .map(test -> test.path("score").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(sum).isEqualByComparingTo(each.earned(each.results().get(0).learner()));
        assertThat(result.path("max_score").decimalValue()).isEqualByComparingTo("10");
    }

    /** Its reporter's page shows a share of the points for each pass, whatever the scores. */
    @Test
    void nothingThatHoldsOnTheUntouchedLabIsAPass() throws IOException {
        assertThat(result(Case.UNTOUCHED.scored()).path("tests").valueStream())
                .extracting(test -> test.path("status").asString())
                .containsExactly("fail");
    }

    @ParameterizedTest
    @CsvSource({
        "PASS, pass",
        "FAIL, fail",
        "UNKNOWN, error",
        "MIXED, error",
        "SKIPPED, fail",
        "OURS, error",
        "EMPTY, error"
    })
    void theWordIsErrorWhereverAPersonMustLook(Case each, String word) throws IOException {
        assertThat(result(each.scored()).path("status").asString()).isEqualTo(word);
    }

    @Test
    void aWholeCourseOfMarkupStillFitsIntoAVariable() throws IOException {
        List<Scored> course = Collections.nCopies(100, Case.MARKUP.scored().get(0));

        assertThat(Written.by("github-classroom", folder, course).only("github-output"))
                .hasSizeLessThan(MOST);
    }

    private JsonNode result(List<Scored> results) throws IOException {
        return JsonText.MAPPER.readTree(
                Written.by("github-classroom", folder, results).only("result.json"));
    }
}
