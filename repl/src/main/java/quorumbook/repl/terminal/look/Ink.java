package quorumbook.repl.terminal.look;

import quorumbook.repl.page.Tone;

/** How a run of text is painted; only the sixteen colours that people choose for their own terminal. */
public enum Ink {
    PLAIN(""),
    TITLE("1;36"),
    STRONG("1"),
    EMPHASIS("3"),
    FAINT("2"),
    GOOD("32"),
    BAD("31"),
    WARNING("33"),
    CODE("36"),
    LINK("4"),
    COMMAND("1;36"),
    OPTION("33"),
    KEYWORD("35"),
    STRING("32"),
    NUMBER("36"),
    COMMENT("2");

    private final String rendition;

    Ink(String rendition) {
        this.rendition = rendition;
    }

    static Ink of(Tone tone) {
        return switch (tone) {
            case PLAIN -> PLAIN;
            case TITLE -> TITLE;
            case STRONG -> STRONG;
            case FAINT -> FAINT;
            case GOOD -> GOOD;
            case BAD -> BAD;
            case WARNING -> WARNING;
            case CODE -> CODE;
        };
    }

    /** The text between the escape sequences that switch this ink on and off. */
    String paint(String text) {
        return this == PLAIN || text.isEmpty() ? text : "\u001b[" + rendition + "m" + text + "\u001b[0m";
    }
}
