package quorumbook.repl.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import quorumbook.repl.result.ResultJson;
import tools.jackson.databind.JsonNode;

class NativeJsonTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource
    void obeysItsSchema(Case each) throws IOException {
        Written written = Written.by("json", folder, each.scored());

        assertThat(written.files()).hasSameSizeAs(each.results());
        assertThat(written.against("quorumbook-result-1.schema.json", ".json")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"HUGE", "CONTROL", "CLASS"})
    void comesBackAsItWas(Case each) throws IOException {
        String text = Written.by("json", folder, each.scored()).only(".json");

        assertThat(ResultJson.read(text)).isEqualTo(each.results().get(0));
    }

    @Test
    void saysWhatEachCheckIsWorth() throws IOException {
        JsonNode points = JsonText.MAPPER
                .readTree(Written.by("json", folder, Case.UNKNOWN.scored()).only(".json"))
                .path("points");

        assertThat(points.path("earned").decimalValue()).isEqualByComparingTo("3.33");
        assertThat(points.path("open").decimalValue()).isEqualByComparingTo("6.67");
        assertThat(points.path("checks").path(1).path("open").asBoolean()).isTrue();
    }
}
