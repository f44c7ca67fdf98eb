package quorumbook.repl.format;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GradebookCsvTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @EnumSource
    void everyRowHasACellForEveryTitleAndEndsAsTheStandardSays(Case each) throws IOException {
        Written written = Written.by("csv", folder, each.scored());

        assertThat(written.files())
                .containsOnlyKeys("gradebook.csv", "attempts.csv")
                .allSatisfy((name, text) -> {
                    List<NamedCsvRecord> rows = rows(text);
                    assertThat(rows)
                            .isNotEmpty()
                            .allSatisfy(row -> assertThat(row.getFields()).hasSameSizeAs(row.getHeader()));
                    assertThat(text.replace("\r\n", "")).doesNotContain("\r", "\n");
                });
    }

    @ParameterizedTest
    @EnumSource
    void noCellIsAFormula(Case each) throws IOException {
        Written.by("csv", folder, each.scored())
                .files()
                .values()
                .forEach(text -> assertThat(rows(text))
                        .flatMap(NamedCsvRecord::getFields)
                        .allSatisfy(cell -> assertThat(cell).doesNotContainPattern("^[=+@\\t\\r-]")));
    }

    @Test
    void aLearnersNameMayBeAnything() throws IOException {
        assertThat(rows(gradebook(Case.FORMULA)).get(0).getField("learner"))
                .isEqualTo("'=HYPERLINK(\"http://x\",\"y\")");
        assertThat(rows(gradebook(Case.NON_ASCII)).get(0).getField("learner")).isEqualTo("Zoë 张伟 🐘");
    }

    @Test
    void aClassHasARowForEachLearnerAndAColumnForEachExercise() throws IOException {
        List<NamedCsvRecord> rows = rows(gradebook(Case.CLASS));

        assertThat(rows.get(0).getHeader())
                .containsExactly(
                        "learner", "kafka/acks", "zookeeper/tree", "total", "max", "open", "for a person to see");
        assertThat(rows).extracting(row -> row.getField("learner")).containsExactly("ada", "bob", "cyd");
        assertThat(rows.get(1).getFields()).containsExactly("bob", "10.00", "5.00", "15.00", "20.00", "0.00", "");
    }

    @Test
    void whatIsOpenIsEmptyAndNotZero() throws IOException {
        assertThat(rows(gradebook(Case.CLASS)).get(0).getFields())
                .containsExactly("ada", "", "10.00", "", "20.00", "10.00", "kafka/acks");
    }

    @Test
    void whatWasNotHandedInIsZero() throws IOException {
        assertThat(rows(gradebook(Case.SKIPPED)).get(0).getField("zookeeper/tree"))
                .isEqualTo("0.00");
    }

    private String gradebook(Case each) throws IOException {
        return Written.by("csv", folder, each.scored()).only("gradebook.csv");
    }

    private static List<NamedCsvRecord> rows(String text) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text)) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
