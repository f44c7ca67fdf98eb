package quorumbook.repl.engine;

/** Whether Java typed so far can be run. */
public enum Completeness {
    COMPLETE,
    /** More must, or as with {@code if} without {@code else} may, follow. */
    INCOMPLETE,
    /** Nothing but blanks and comments. */
    EMPTY,
    /** Not Java; running it will say why. */
    UNKNOWN
}
