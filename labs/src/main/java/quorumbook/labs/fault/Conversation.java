package quorumbook.labs.fault;

import java.io.IOException;
import java.util.Optional;

/** What one connection says in both directions, understood just far enough to know which request a reply answers. */
interface Conversation {
    /** A frame of the client's, before the server gets it. */
    void request(byte[] frame) throws IOException;

    /** A frame of the server's as the client is to get it; empty: it is lost. */
    Optional<byte[]> reply(byte[] frame) throws IOException;
}
