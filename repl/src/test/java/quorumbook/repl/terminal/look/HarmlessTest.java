package quorumbook.repl.terminal.look;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quorumbook.repl.terminal.look.Look.Colours;

class HarmlessTest {
    private final Harmless coloured = new Harmless(Colours.ON);
    private final Harmless bare = new Harmless(Colours.OFF);

    @Test
    void linesTabsAndForeignWritingPassUnchanged() {
        assertThat(bare.pass("a\tb\n\u4f60\u597d \ud83d\ude00\n")).isEqualTo("a\tb\n\u4f60\u597d \ud83d\ude00\n");
    }

    @Test
    void coloursPassWhereThereAreColours() {
        assertThat(coloured.pass("\u001b[1;31mred\u001b[0m")).isEqualTo("\u001b[1;31mred\u001b[0m");
        assertThat(bare.pass("\u001b[1;31mred\u001b[0m")).isEqualTo("red");
    }

    @Test
    void aColourThatWasLeftOnIsEndedBeforeOthersWrite() {
        coloured.pass("\u001b[31mred");
        assertThat(coloured.settle()).isEqualTo("\u001b[0m");
        assertThat(coloured.settle()).isEmpty();
    }

    @Test
    void nothingMovesTheCursorClearsTheScreenOrNamesTheWindow() {
        assertThat(coloured.pass(
                        "a\u001b[2J\u001b[1;1Hb\u001b]0;title\u0007c\u001b]8;;http://x\u001b\\d\u001bce\u009b2Jf"))
                .isEqualTo("abcdef");
    }

    @Test
    void aSequenceCutInTwoIsStillOne() {
        assertThat(coloured.pass("a\u001b") + coloured.pass("[2") + coloured.pass("Jb"))
                .isEqualTo("ab");
    }

    @Test
    void concealedTextIsShown() {
        assertThat(coloured.pass("\u001b[8mhidden")).isEqualTo("hidden");
    }

    @Test
    void otherControlCharactersAreMadeVisible() {
        assertThat(bare.pass("a\u0007\u0000\u007fb\u202ec\r\n")).isEqualTo("a^G^@^?b\\u202ec\n");
    }

    @Test
    void aBrokenSequenceDoesNotSwallowTheLinesAfterIt() {
        assertThat(bare.pass("\u001b]0;never ended\nnext\u001b[12\nlast")).isEqualTo("next\nlast");
    }
}
