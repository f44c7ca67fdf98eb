package quorumbook.repl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import quorumbook.repl.page.CapturingScreen;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Screen.Stream;
import quorumbook.repl.page.Span;
import quorumbook.repl.terminal.ScriptedRun.OnFailure;
import quorumbook.repl.terminal.look.Look;

class ScriptedRunTest {
    private final CapturingScreen screen = new CapturingScreen();
    private final PretendDesk desk = new PretendDesk(screen);

    @Test
    void runsEachLine() {
        assertThat(run("echo one\n\necho two\n", OnFailure.STOP)).isZero();
        assertThat(desk.submitted()).containsExactly("echo one", "echo two");
        assertThat(screen.text()).isEqualTo("one\ntwo\n");
    }

    @Test
    void joinsTheLinesOfOneSnippet() {
        assertThat(run("if (x) {\n  y();\n\n}\necho after", OnFailure.STOP)).isZero();
        assertThat(desk.submitted()).containsExactly("if (x) {\n  y();\n\n}", "echo after");
    }

    @Test
    void stopsAtTheFirstFailure() {
        assertThat(run("echo one\n/fail\necho two\n", OnFailure.STOP)).isEqualTo(1);
        assertThat(desk.submitted()).containsExactly("echo one", "/fail");
    }

    @Test
    void goesOnAfterAFailureWhenAsked() {
        assertThat(run("/fail\necho two\n", OnFailure.KEEP_GOING)).isEqualTo(1);
        assertThat(desk.submitted()).containsExactly("/fail", "echo two");
    }

    @Test
    void leavesWhenTold() {
        assertThat(run("/exit\necho never\n", OnFailure.STOP)).isZero();
        assertThat(desk.submitted()).containsExactly("/exit");
    }

    @Test
    void anInputThatBreaksOffIsJudgedAndNotForgotten() {
        assertThat(run("/fail {\n", OnFailure.STOP)).isEqualTo(1);
        assertThat(desk.submitted()).containsExactly("/fail {");
    }

    @Test
    void aPlainScreenKeepsOutputAndErrorsApartAndItsLinesWhole() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PlainScreen plain = new PlainScreen(Look.plain(), utf8(out), utf8(err));
        plain.stream(Stream.OUT, "no line end");
        plain.busy("electing");
        plain.busy("electing");
        plain.idle();
        plain.stream(Stream.ERR, "oops\n");
        plain.show(Page.of(Span.good("✓ "), Span.plain("done")));
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("no line end\n✓ done\n");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("electing ...\noops\n");
        assertThat(plain.ask("stdin> ")).isEmpty();
    }

    private int run(String script, OnFailure onFailure) {
        return ScriptedRun.run(desk, new BufferedReader(new StringReader(script)), onFailure);
    }

    private static PrintStream utf8(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
