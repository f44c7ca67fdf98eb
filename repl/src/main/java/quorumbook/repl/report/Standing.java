package quorumbook.repl.report;

import java.util.Locale;
import quorumbook.repl.result.Outcome;

/** How an exercise stands with a learner, by sign, word and colour: nobody needs to tell the colours apart. */
enum Standing {
    PASS("✓", "pass", "all claims hold"),
    FAIL("✗", "fail", "a claim does not hold"),
    UNKNOWN("?", "unknown", "we could not tell: for a person to look at, never charged to the learner"),
    SKIPPED("–", "skipped", "not judged: nothing that could be run was handed in"),
    ABSENT("·", "none", "no result");

    private final String sign;
    private final String word;
    private final String meaning;

    Standing(String sign, String word, String meaning) {
        this.sign = sign;
        this.word = word;
        this.meaning = meaning;
    }

    static Standing of(Outcome outcome) {
        return switch (outcome) {
            case PASS -> PASS;
            case FAIL -> FAIL;
            case UNKNOWN -> UNKNOWN;
            case SKIPPED -> SKIPPED;
        };
    }

    String word() {
        return word;
    }

    String meaning() {
        return meaning;
    }

    /** Its class in the style sheet. */
    String look() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Sign and word; a screen reader reads the word. */
    void writeTo(Html html) {
        html.element("span", sign, "class", "sign", "aria-hidden", "true")
                .text(" ")
                .element("span", word, "class", "word");
    }

    /** The same with its colour, in the course of a text. */
    void badge(Html html) {
        html.open("span", "class", "badge " + look());
        writeTo(html);
        html.close();
    }
}
