package quorumbook.repl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import quorumbook.labs.await.Eventually;

/** Snippets that behave: what they show is what jshell shows. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class LearnerJavaTest {
    private static final Heard HEARD = new Heard();
    private static LearnerJava java;

    @BeforeAll
    static void open() {
        java = LearnerJava.open(Settings.of(List.of()), HEARD);
    }

    @AfterAll
    static void close() {
        java.close();
    }

    private static List<String> shown(String source) {
        return java.evaluate(source).shown();
    }

    @Test
    void showsValuesAsJshellDoes() {
        assertThat(shown(
                        "int five = 5; five; five = 6; String s = \"a\\n\\\"b\\\"\"; int[] two = {1, 2}; char c = 'x'"))
                .containsExactly(
                        "five ==> 5",
                        "five ==> 5",
                        "five ==> 6",
                        "s ==> \"a\\n\\\"b\\\"\"",
                        "two ==> int[2] { 1, 2 }",
                        "c ==> 'x'");
    }

    @Test
    void namesAnExpressionByTheNumberOfItsSnippet() {
        assertThat(java.evaluate("2 + 3").results())
                .singleElement()
                .isInstanceOfSatisfying(Result.Value.class, value -> {
                    assertThat(value.name()).matches("\\$\\d+");
                    assertThat(value.type()).isEqualTo("int");
                    assertThat(value.value()).isEqualTo("5");
                });
    }

    @Test
    void saysWhatWasDeclared() {
        assertThat(shown("int twice(int n) { return 2 * n; }")).containsExactly("|  created method twice(int)");
        assertThat(shown("int twice(int n) { return n + n; }")).containsExactly("|  modified method twice(int)");
        assertThat(shown("class Cat {}; record Dog(int age) {}; enum Way { UP }; interface Talks {}"))
                .containsExactly(
                        "|  created class Cat",
                        "|  created record Dog",
                        "|  created enum Way",
                        "|  created interface Talks");
    }

    @Test
    void saysWhatIsStillMissing() {
        assertThat(shown("int a() { return b(); }"))
                .containsExactly("|  created method a(), however, it cannot be invoked until method b() is declared");
        assertThat(shown("a()").get(0)).contains("a cannot be used until method b() is declared");
        assertThat(shown("int b() { return 1; } a()")).contains("|  created method b()");
        assertThat(shown("int c = a();")).containsExactly("c ==> 1");
    }

    @Test
    void stopsAtTheFirstSnippetThatFails() {
        Evaluation evaluation = java.evaluate("int before = 1;\nint wrong = \"no\";\nint after = 2;");
        assertThat(evaluation.succeeded()).isFalse();
        assertThat(evaluation.results()).hasSize(2);
        assertThat(java.variables())
                .extracting(Variable::name)
                .contains("before")
                .doesNotContain("after");
    }

    @Test
    void pointsAtTheColumnOfACompileError() {
        assertThat(java.evaluate("int good = 1;\n  int bad = nowhere;").results())
                .last()
                .isInstanceOfSatisfying(
                        Result.Rejected.class,
                        rejected -> assertThat(rejected.problems())
                                .singleElement()
                                .satisfies(problem -> {
                                    assertThat(problem.line()).isEqualTo(2);
                                    assertThat(problem.column()).isEqualTo(13);
                                    assertThat(problem.message()).startsWith("cannot find symbol");
                                }));
        assertThat(shown("int bad = nowhere;")).endsWith("|  int bad = nowhere;", "|            ^-----^");
    }

    @Test
    void showsAnExceptionWithTheLearnersFramesOnly() {
        assertThat(java.evaluate(
                                "void fall() { throw new IllegalStateException(\"deep\", new RuntimeException(\"root\")); }")
                        .succeeded())
                .isTrue();
        List<String> shown = shown("fall()");
        assertThat(shown.get(0)).isEqualTo("|  Exception java.lang.IllegalStateException: deep");
        assertThat(shown.get(1)).matches("\\|        at fall \\(#\\d+:1\\)");
        assertThat(shown.get(2)).matches("\\|        at \\(#\\d+:1\\)");
        assertThat(shown.get(3)).isEqualTo("|  Caused by: java.lang.RuntimeException: root");
        assertThat(shown).noneMatch(line -> line.contains("quorumbook"));
    }

    @Test
    void survivesAStackOverflow() {
        assertThat(shown("int down(int n) { return down(n + 1); } down(0)"))
                .anyMatch(line -> line.contains("StackOverflowError"));
        assertThat(shown("int still = 1;")).containsExactly("still ==> 1");
    }

    @Test
    void printsAsItRuns() throws Exception {
        CompletableFuture<Evaluation> running = CompletableFuture.supplyAsync(
                () -> java.evaluate(
                        "System.out.println(\"first 你好\"); String line = new Scanner(System.in).nextLine(); System.err.println(line);"));
        assertThat(Eventually.holds(Duration.ofSeconds(20), () -> HEARD.out().contains("first 你好\n")))
                .isTrue();
        assertThat(running).isNotDone();
        HEARD.types("typed 世界");
        assertThat(running.get(20, TimeUnit.SECONDS).succeeded()).isTrue();
        assertThat(HEARD.err()).contains("typed 世界\n");
    }

    @Test
    void knowsWhatIsComplete() {
        assertThat(java.completeness("int x = 1;")).isEqualTo(Completeness.COMPLETE);
        assertThat(java.completeness("int x = 1; int y")).isEqualTo(Completeness.COMPLETE);
        assertThat(java.completeness("void f() {")).isEqualTo(Completeness.INCOMPLETE);
        assertThat(java.completeness("int x = 1; void f() {")).isEqualTo(Completeness.INCOMPLETE);
        assertThat(java.completeness("  // nothing")).isEqualTo(Completeness.EMPTY);
        assertThat(java.completeness("\"\"\"\nopen")).isEqualTo(Completeness.INCOMPLETE);
    }

    @Test
    void completesMembersAndTellsOfThem() {
        assertThat(java.evaluate("String word = \"\";").succeeded()).isTrue();
        assertThat(java.complete("word.toUpper", 12)).contains(new Completion(5, "toUpperCase(", false));
        assertThat(java.documentation("word.substring(", 15).orElse("")).contains("String.substring(int beginIndex)");
    }

    @Test
    void keepsPreloadedThingsOutOfTheLists() {
        assertThat(java.evaluate("int mine = 3;").succeeded()).isTrue();
        assertThat(java.snippets()).contains("int mine = 3;").noneMatch(each -> each.startsWith("import"));
        assertThat(java.variables()).contains(new Variable("int", "mine", "3"));
    }

    @Test
    void givesTheValuesOfTheExercise() {
        java.connect(new Connections("", "", Map.of("name", "amber")));
        assertThat(shown("String amber = given(\"name\");")).containsExactly("amber ==> \"amber\"");
        assertThat(shown("given(\"nam\")").get(0)).contains("given are [name]");
    }
}
