package quorumbook.labs.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The guesses in words at what the fingers did; no verdict hangs on them. */
class TypedTest {
    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "7,7\\n,a line end was stored",
                "7, 7,a blank at its end",
                "7,7 ,a blank at its end",
                "7,\"7\",the quotation marks were stored",
                "7,' 7 ',a blank at its end",
                "a 7,A 7,upper and lower case",
                "7,$apples,the name of the value",
                "7 crates,7,cut at the blank",
            })
    void guessesWhatWasTypedDifferently(String expected, String actual, String guess) {
        assertThat(Typed.slip(expected, actual.replace("\\n", "\n")))
                .hasValueSatisfying(words -> assertThat(words).contains(guess));
    }

    @Test
    void seesSingleQuotationMarksToo() {
        assertThat(Typed.slip("7", "'7'"))
                .hasValueSatisfying(words -> assertThat(words).contains("quotation marks"));
    }

    @ParameterizedTest
    @CsvSource({"7,8", "77,7", "7,'\"'", "7,'\"7x'", "7,'\"8\"'", "7,x7x", "7,8\\n", "7 crates,''", "7,''"})
    void guessesNothingAboutTextsThatAreUnlike(String expected, String actual) {
        assertThat(Typed.slip(expected, actual.replace("\\n", "\n"))).isEmpty();
    }

    @Test
    void showsWhatCannotBeSeen() {
        assertThat(Typed.visible("")).isEqualTo("nothing");
        assertThat(Typed.visible(" a b ")).isEqualTo("[␣a b␣]");
        assertThat(Typed.visible("a\tb\r\n")).isEqualTo("[a\\tb\\r\\n]");
    }
}
