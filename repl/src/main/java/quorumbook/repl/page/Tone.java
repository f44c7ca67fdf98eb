package quorumbook.repl.page;

/** What a span means; the terminal decides how meaning looks, with colours or without. */
public enum Tone {
    PLAIN,
    TITLE,
    STRONG,
    FAINT,
    GOOD,
    BAD,
    WARNING,
    /** Something one can type or that a program printed: commands, names, paths. */
    CODE
}
