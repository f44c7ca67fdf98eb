package quorumbook.repl.rubric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RubricFileTest {
    private static final Map<String, Declared> KNOWN = Map.of(
            "zookeeper/tree", new Declared(List.of("app"), Set.of()),
            "zookeeper/lock", new Declared(List.of("one-holder", "released"), Set.of()),
            "kafka/acks", new Declared(List.of("kept", "sent"), Set.of("kept")));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void saysWhatExercisesAndChecksAreWorth() throws IOException {
        Rubric rubric = read("""
                points: 4
                exercises:
                  zookeeper/tree: 5
                  zookeeper/lock:
                    points: 20.5
                    checks:
                      released: 2
                      one-holder: {shares: 3, safety: true, cap: 0.25}
                """);

        assertThat(rubric.worth("zookeeper/tree")).isEqualTo(new Worth(new BigDecimal("5"), Map.of()));
        assertThat(rubric.worth("zookeeper/lock"))
                .isEqualTo(new Worth(
                        new BigDecimal("20.5"),
                        Map.of(
                                "released", new Worth.Share(new BigDecimal("2"), false, BigDecimal.ZERO),
                                "one-holder", new Worth.Share(new BigDecimal("3"), true, new BigDecimal("0.25")))));
        assertThat(rubric.worth("kafka/acks"))
                .isEqualTo(new Worth(new BigDecimal("4"), Map.of("kept", Worth.Share.SAFETY)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2                                    | 2   | true  | 0
                    {cap: 0.5}                           | 0   | true  | 0.5
                    {shares: 2, cap: 0.5}                | 2   | true  | 0.5
                    {safety: false}                      | 1   | false | 0
                    {safety: false, shares: 3}           | 3   | false | 0
                    """)
    void saysOtherwiseOfACheckThatItsLabCallsSafety(String said, BigDecimal shares, boolean safety, BigDecimal cap)
            throws IOException {
        Rubric rubric = read("exercises:\n  kafka/acks:\n    checks:\n      kept: " + said);

        assertThat(rubric.worth("kafka/acks").of("kept")).isEqualTo(new Worth.Share(shares, safety, cap));
        assertThat(rubric.worth("kafka/acks").of("sent")).isEqualTo(Worth.Share.EQUAL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    points: many                                                      | 1 | a number
                    points: -1                                                        | 1 | not from 0 to
                    points: 1.234                                                     | 1 | two decimals
                    point: 1                                                          | 1 | 'point' means nothing here; there are points, exercises
                    points: 1\\npoints: 2                                             | 2 | 'points' is here for the second time
                    - 1                                                               | 1 | 'name: value'
                    exercises:\\n  zookeeper/three: 1                                 | 2 | there is no exercise 'zookeeper/three'; there are kafka/acks, zookeeper/lock, zookeeper/tree
                    exercises:\\n  zookeeper/tree:\\n    checks:\\n      ap: 1        | 4 | zookeeper/tree has no check 'ap'; it has app
                    exercises:\\n  zookeeper/tree:\\n    checks:\\n      app: 0       | 2 | give one of them 1
                    exercises:\\n  kafka/acks:\\n    checks:\\n      sent: 0           | 2 | give one of them 1
                    exercises:\\n  zookeeper/tree:\\n    checks:\\n      app: {cap: 0.1}               | 4 | safety: true
                    exercises:\\n  zookeeper/tree:\\n    checks:\\n      app: {safety: yes}            | 4 | true or false
                    exercises:\\n  zookeeper/tree:\\n    checks:\\n      app: {safety: true, cap: 2}   | 4 | 2 is not from 0 to 1
                    exercises:\\n  zookeeper/three:\\n    points: 1                   | 2 | there is no exercise
                    points: [1                                                        | 1 | not YAML
                    ""                                                                | 1 | empty
                    """)
    void refusesWithFileAndLine(String text, int line, String why) {
        assertThatThrownBy(() -> read(text.replace("\\n", "\n")))
                .isInstanceOf(RubricException.class)
                .hasMessageStartingWith(folder.resolve("rubric.yaml") + ":" + line + ": ")
                .hasMessageContaining(why);
    }

    @Test
    void refusesWhatIsNoText() throws IOException {
        Path file = Files.write(folder.resolve("rubric.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe});

        assertThatThrownBy(() -> Rubric.read(file, KNOWN)).hasMessageContaining("not text in UTF-8");
    }

    private Rubric read(String text) throws IOException {
        return Rubric.read(Files.writeString(folder.resolve("rubric.yaml"), text), KNOWN);
    }
}
