package quorumbook.repl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import quorumbook.labs.cell.Cell;
import quorumbook.labs.cell.Limit;
import quorumbook.repl.jvm.Bounds;
import quorumbook.repl.jvm.Ground;
import quorumbook.repl.jvm.Launch;
import quorumbook.repl.jvm.ProcessCell;

/** What a stranger wrote is compiled in another JVM: as here when it is harmless, and without harm when it is not. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class CompilersTest {
    private static final Heard HEARD = new Heard();
    private static final List<Limit> NOTED = new ArrayList<>();
    private static Compilers compilers;

    @BeforeAll
    static void open() {
        compilers = new Compilers();
    }

    @AfterAll
    static void close() {
        compilers.close();
    }

    private static LearnerJava java() {
        Settings settings =
                Settings.of(List.of()).on(new Watched(), Runtime.version().feature());
        return LearnerJava.open(settings, HEARD, compilers);
    }

    /** Processes, and what they are noted for. */
    private record Watched() implements Ground {
        @Override
        public Cell start(Launch launch) throws IOException {
            return ProcessCell.start(launch.command());
        }

        @Override
        public Bounds bounds() {
            return PROCESSES.bounds();
        }

        @Override
        public void noted(Limit limit) {
            NOTED.add(limit);
        }

        @Override
        public void failed(String words) {
            throw new IllegalStateException(words);
        }
    }

    @Test
    void showWhatACompilerHereWouldShow() {
        try (LearnerJava there = java();
                LearnerJava here = LearnerJava.open(Settings.of(List.of()), HEARD)) {
            for (String source : List.of(
                    "int five = 5; five; five + 1",
                    "int twice(int n) { return 2 * n; }",
                    "twice(21)",
                    "int half(int n) { return missing(n); }",
                    "half(2)",
                    "record Dog(int age) {}",
                    "new Dog(3)",
                    "int x = \"no\";",
                    "List.of(1).add(2);",
                    "throw new IllegalStateException(\"why\", new RuntimeException(\"that\"));",
                    "for (int i = 0; i < 3; i++) { five += i; }",
                    "five")) {
                assertThat(there.evaluate(source).shown())
                        .as(source)
                        .isEqualTo(here.evaluate(source).shown());
            }
            assertThat(there.completeness("if (five > 3) {")).isEqualTo(Completeness.INCOMPLETE);
            assertThat(there.completeness("")).isEqualTo(Completeness.EMPTY);
            assertThat(there.snippets()).isEqualTo(here.snippets());
            assertThat(there.variables()).isEqualTo(here.variables());
        }
    }

    @Test
    void endWithWhatTakesTheirMemoryAndServeTheNextOne() {
        String constants = IntStream.rangeClosed(1, 14)
                .mapToObj(i -> "static final String A" + i + " = A" + (i - 1) + (" + A" + (i - 1)).repeat(3) + ";")
                .collect(Collectors.joining(" "));
        NOTED.clear();
        try (LearnerJava java = java()) {
            assertThat(java.evaluate("int before = 1;").succeeded()).isTrue();
            Evaluation bomb = java.evaluate(
                    "class Bomb { static final String A0 = \"" + "x".repeat(64) + "\"; " + constants + " }");
            assertThat(bomb.results())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            Result.Ended.class,
                            ended -> assertThat(ended.cause()).isEqualTo(Result.Cause.COMPILATION));
            assertThat(bomb.shown().toString()).contains("limit: compilation");
            assertThat(java.evaluate("1 + 1").succeeded()).isFalse();
            assertThat(java.completeness("1 +")).isNotEqualTo(Completeness.INCOMPLETE);
        }
        assertThat(NOTED).contains(Limit.COMPILATION);
        try (LearnerJava next = java()) {
            assertThat(next.evaluate("1 + 1").shown())
                    .singleElement()
                    .asString()
                    .endsWith("==> 2");
        }
    }

    @Test
    void takeNoSourceWithoutEnd() {
        try (LearnerJava java = java()) {
            assertThat(java.evaluate("String s = \"" + "x".repeat(200_000) + "\";")
                            .shown()
                            .toString())
                    .contains("limit: compilation");
        }
    }
}
