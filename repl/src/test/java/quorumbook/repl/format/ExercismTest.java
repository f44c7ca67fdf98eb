package quorumbook.repl.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class ExercismTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource
    void obeysItsSchemaAndItsSize(Case each) throws IOException {
        Written written = Written.by("exercism", folder, each.scored());

        assertThat(written.against("exercism.schema.json", "results.json")).isEmpty();
        assertThat(written.files().values()).allSatisfy(text -> assertThat(text).hasSizeLessThan(500_000));
    }

    @ParameterizedTest
    @CsvSource({
        "PASS, pass",
        "FAIL, fail",
        "MIXED, fail",
        "UNKNOWN, error",
        "SKIPPED, error",
        "OURS, error",
        "EMPTY, error"
    })
    void noTestIsBlamedWhereNobodyCanTell(Case each, String status) throws IOException {
        assertThat(result(each).path("status").asString()).isEqualTo(status);
    }

    @Test
    void outputIsCutInTheWordsThatExercismUses() throws IOException {
        assertThat(result(Case.HUGE).path("tests").path(0).path("output").asString())
                .hasSizeLessThanOrEqualTo(500)
                .endsWith("Output was truncated. Please limit to 500 chars");
    }

    private JsonNode result(Case each) throws IOException {
        return JsonText.MAPPER.readTree(
                Written.by("exercism", folder, each.scored()).only("results.json"));
    }
}
