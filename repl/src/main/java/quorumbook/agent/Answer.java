package quorumbook.agent;

/** How a command ended; the first byte of a reply is the ordinal. */
public enum Answer {
    DONE,
    /** With a text. */
    VALUE,
    /** With the exception and its causes, see {@link Thrown}. */
    THROWN,
    /** A call of something that is declared but cannot run yet: with its id, then the stack. */
    UNRESOLVED,
    STOPPED,
    /** Some classes could not be defined: with why, a count, and a flag each. */
    NOT_INSTALLED,
    /** A tool ended: with its exit status. */
    EXIT,
    /** The agent itself failed: with why. */
    BROKEN
}
