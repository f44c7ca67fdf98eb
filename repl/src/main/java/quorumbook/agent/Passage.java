package quorumbook.agent;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What travels for one connection through the frames.
 *
 * @param strand which connection, by the number that the caller gave it
 */
public record Passage(Kind kind, int strand, byte[] content) {
    private static final int HEAD = 1 + Integer.BYTES;

    /** What is said of a connection. */
    public enum Kind {
        /** To the agent: the addresses at which it takes calls from now on, {@code host:port} separated by commas. */
        DOORS,
        /** From the agent: somebody calls that address. */
        CALL,
        /** Bytes. */
        DATA,
        /** So many bytes, an int, were taken by whoever they were for. */
        TAKEN,
        /** No more bytes follow. */
        END,
        /** It is broken. */
        RESET
    }

    static Passage of(Kind kind, int strand) {
        return new Passage(kind, strand, new byte[0]);
    }

    static Passage taken(int strand, int bytes) {
        return new Passage(
                Kind.TAKEN,
                strand,
                ByteBuffer.allocate(Integer.BYTES).putInt(bytes).array());
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(HEAD + content.length)
                .put((byte) kind.ordinal())
                .putInt(strand)
                .put(content)
                .array();
    }

    /** The passage that a frame carries, possibly a stranger's. */
    public static Passage read(byte[] payload) throws IOException {
        Kind[] kinds = Kind.values();
        if (payload.length < HEAD || payload[0] < 0 || payload[0] >= kinds.length) {
            throw new IOException("no passage");
        }
        int strand = ByteBuffer.wrap(payload, 1, Integer.BYTES).getInt();
        return new Passage(kinds[payload[0]], strand, Arrays.copyOfRange(payload, HEAD, payload.length));
    }

    int number() throws IOException {
        if (content.length != Integer.BYTES) {
            throw new IOException("no number");
        }
        return ByteBuffer.wrap(content).getInt();
    }
}
