package quorumbook.repl.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class GradescopeTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource
    void obeysItsSchema(Case each) throws IOException {
        assertThat(Written.by("gradescope", folder, each.scored()).against("gradescope.schema.json", ".json"))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"CLASS"})
    void theScoreIsWhatTheFormulaSaysAndWhatTheTestsAddUpTo(Case each) throws IOException {
        JsonNode results = results(each);
        BigDecimal sum = results.path("tests")
                .valueStream()
                .map(test -> test.path("score").decimalValue(BigDecimal.ZERO))
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(results.path("score").decimalValue())
                .isEqualByComparingTo(each.earned(each.results().get(0).learner()))
                .isEqualByComparingTo(sum);
    }

    @Test
    void whatCouldNotBeJudgedHasNoScore() throws IOException {
        JsonNode results = results(Case.UNKNOWN);

        assertThat(results.path("tests").path(0).path("status").asString()).isEqualTo("passed");
        assertThat(results.path("tests").path(1).has("score")).isFalse();
        assertThat(results.path("tests").path(1).has("status")).isFalse();
        assertThat(results.path("tests").path(2).has("score")).isFalse();
        assertThat(results.path("output").asString()).contains("not your fault");
    }

    @Test
    void whatCouldNotBeJudgedKeepsTheScoreOfTheLastSubmission() throws IOException {
        before("""
                {"previous_submissions": [
                  {"score": 1, "autograder_error": false},
                  {"score": 9, "results": {"tests": [
                    {"name": "kafka/acks: the claim topic is there", "score": 0},
                    {"name": "kafka/acks: the claim nothing lost", "score": 3.2},
                    {"name": "kafka/acks: the claim in order", "score": 1000}]}},
                  {"autograder_error": true, "results": {"tests": []}}]}
                """);

        JsonNode results = results(Case.UNKNOWN);

        assertThat(results.path("tests")
                        .valueStream()
                        .map(test -> test.path("score").decimalValue()))
                .containsExactly(new BigDecimal("3.33"), new BigDecimal("3.2"), new BigDecimal("3.33"));
        assertThat(results.path("score").decimalValue()).isEqualByComparingTo("9.86");
        assertThat(Written.by("gradescope", folder, Case.UNKNOWN.scored())
                        .against("gradescope.schema.json", "results.json"))
                .isEmpty();
    }

    @Test
    void aVerdictOfNowIsNotOverruledByAnEarlierOne() throws IOException {
        before("""
                {"previous_submissions": [{"results": {"tests": [
                  {"name": "zookeeper/lock: the claim one holder", "score": 3}]}}]}
                """);

        assertThat(results(Case.FAIL).path("score").decimalValue()).isEqualByComparingTo("3.33");
    }

    @Test
    void earlierScoresAreNobodysWhereThereAreSeveralLearners() throws IOException {
        before("""
                {"previous_submissions": [{"results": {"tests": [
                  {"name": "kafka/acks: the claim nothing lost", "score": 5}]}}]}
                """);

        Written written = Written.by("gradescope", folder, Case.CLASS.scored());

        assertThat(JsonText.MAPPER
                        .readTree(written.only("ada/results.json"))
                        .path("score")
                        .decimalValue())
                .isEqualByComparingTo("10");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"previous_submissions\": 7}",
                "{\"previous_submissions\": [{\"results\": null}]}"
            })
    void oddMetadataDoesNotKeepVerdictsFromBeingWritten(String metadata) throws IOException {
        before(metadata);

        assertThat(results(Case.UNKNOWN).path("score").decimalValue()).isEqualByComparingTo("3.33");
    }

    @Test
    void replacesWhatItWroteBeforeAndLeavesNoDraft() throws IOException {
        Written.by("gradescope", folder, Case.OURS.scored());
        Written.by("gradescope", folder, Case.PASS.scored());

        try (var files = Files.list(folder.resolve("ada"))) {
            assertThat(files).extracting(Path::getFileName).isEqualTo(List.of(Path.of("results.json")));
        }
        assertThat(Files.readString(folder.resolve("ada").resolve("results.json")))
                .contains("\"score\" : 10.00");
    }

    private JsonNode results(Case each) throws IOException {
        return JsonText.MAPPER.readTree(
                Written.by("gradescope", folder, each.scored()).only("results.json"));
    }

    private void before(String metadata) throws IOException {
        Files.writeString(folder.resolve(".submission_metadata.json"), metadata);
    }
}
