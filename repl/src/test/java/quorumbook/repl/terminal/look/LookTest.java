package quorumbook.repl.terminal.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import quorumbook.repl.terminal.look.Look.Colours;
import quorumbook.repl.terminal.look.Look.Motion;
import quorumbook.repl.terminal.look.Look.Output;
import quorumbook.repl.terminal.look.Look.Signs;

class LookTest {
    @Test
    void aTerminalHasColoursAndMayRepaint() {
        Look look = Look.of(Map.of("TERM", "xterm-256color"), Output.TERMINAL);
        assertThat(look.colours()).isEqualTo(Colours.ON);
        assertThat(look.motion()).isEqualTo(Motion.REPAINTS);
    }

    @Test
    void noColorTakesTheColoursAndNothingElse() {
        Look look = Look.of(Map.of("TERM", "xterm", "NO_COLOR", "1"), Output.TERMINAL);
        assertThat(look.colours()).isEqualTo(Colours.OFF);
        assertThat(look.motion()).isEqualTo(Motion.REPAINTS);
    }

    @Test
    void anEmptyNoColorMeansNothing() {
        assertThat(Look.of(Map.of("TERM", "xterm", "NO_COLOR", ""), Output.TERMINAL)
                        .colours())
                .isEqualTo(Colours.ON);
    }

    @Test
    void aDumbTerminalAndAPipeOnlyAppend() {
        Look dumb = Look.of(Map.of("TERM", "dumb"), Output.TERMINAL);
        assertThat(dumb.colours()).isEqualTo(Colours.OFF);
        assertThat(dumb.motion()).isEqualTo(Motion.APPENDS);
        Look pipe = Look.of(Map.of("TERM", "xterm"), Output.PIPE);
        assertThat(pipe.colours()).isEqualTo(Colours.OFF);
        assertThat(pipe.motion()).isEqualTo(Motion.APPENDS);
    }

    @Test
    void accessibleMeansWordsAndNoRepainting() {
        Look look = Look.of(Map.of("TERM", "xterm", "ACCESSIBLE", "1"), Output.TERMINAL);
        assertThat(look.signs()).isEqualTo(Signs.WORDS);
        assertThat(look.motion()).isEqualTo(Motion.APPENDS);
        assertThat(look.isSpoken()).isTrue();
    }

    @Test
    void accessibleCanBeSwitchedOff() {
        assertThat(Look.of(Map.of("TERM", "xterm", "ACCESSIBLE", "0"), Output.TERMINAL)
                        .motion())
                .isEqualTo(Motion.REPAINTS);
    }

    @Test
    void whatCannotBeDrawnIsSaid() {
        Look spoken = new Look(Colours.OFF, Signs.WORDS, Motion.APPENDS);
        assertThat(spoken.words("✓ zk1 → zk2 … │")).isEqualTo("pass: zk1 -> zk2 ... |");
        assertThat(spoken.words("\u670d\u52a1\u5668")).isEqualTo("\u670d\u52a1\u5668");
    }
}
