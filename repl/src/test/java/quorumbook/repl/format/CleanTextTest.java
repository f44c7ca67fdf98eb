package quorumbook.repl.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanTextTest {
    @Test
    void takesEscapeSequencesOut() {
        assertThat(CleanText.block("\u001b[31mred\u001b[0m \u001b]0;title\u0007and \u009b2Jclear", 99))
                .isEqualTo("red and clear");
    }

    @Test
    void showsControlCharactersAndReplacesWhatNoFileHolds() {
        assertThat(CleanText.block("a\u0000b\u0007c\u202ed", 99)).isEqualTo("a^@b^Gc\\u202ed");
        assertThat(CleanText.block("\ud800x\udc00 \uffff \ufdd0", 99)).isEqualTo("\ufffdx\ufffd \ufffd \ufffd");
        assertThat(CleanText.block("\ud83d\udc18", 99)).isEqualTo("\ud83d\udc18");
    }

    @Test
    void keepsLinesInABlockAndNoneInALine() {
        assertThat(CleanText.block("a\r\n\tb", 99)).isEqualTo("a\n\tb");
        assertThat(CleanText.line(" a\r\n\tb\n", 99)).isEqualTo("a b");
    }

    @Test
    void saysWhatWasCutAndCutsNoCharacterInTwo() {
        assertThat(CleanText.block("abcdef", 6)).isEqualTo("abcdef");
        assertThat(CleanText.block("abcdef", 4)).isEqualTo("abcd… (cut: 2 more characters)");
        assertThat(CleanText.block("ab\ud83d\udc18d", 3)).isEqualTo("ab… (cut: 3 more characters)");
    }
}
