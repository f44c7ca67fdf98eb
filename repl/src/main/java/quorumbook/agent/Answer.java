package quorumbook.agent;

import java.io.DataInput;
import java.io.IOException;

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
    BROKEN;

    /** The first byte of a reply, possibly a stranger's. */
    public static Answer read(DataInput in) throws IOException {
        int ordinal = in.readByte();
        if (ordinal < 0 || ordinal >= values().length) {
            throw new IOException("no answer: " + ordinal);
        }
        return values()[ordinal];
    }
}
