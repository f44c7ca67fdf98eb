package quorumbook.labs.cluster.process;

import java.nio.ByteBuffer;

/** What a relay does with the first bytes of a call before it passes anything on. */
@FunctionalInterface
interface Opening {
    /** Nothing: every byte goes as it came. */
    Opening PLAIN = received -> true;

    /**
     * Looks at what has come in so far, and may change it.
     *
     * @param received as filled by reads: from 0 to its position
     * @return whether the opening is complete; nothing is passed on before
     */
    boolean complete(ByteBuffer received);
}
