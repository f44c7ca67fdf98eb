package quorumbook.labs.fault;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** Cuts what comes in into frames: four bytes of length, then so many bytes. */
final class Frames {
    /** Four letters (srvr, ruok) are no length; no frame that we relay is as long as they would say. */
    private static final int LONGEST = 0x20000000;

    private static final int CHUNK = 8 * 1024;

    private final DataInputStream in;

    Frames(InputStream in) {
        this.in = new DataInputStream(new BufferedInputStream(in, CHUNK));
    }

    /** The next frame with its length in front; empty at the end. */
    Optional<byte[]> next() throws IOException {
        in.mark(4);
        int first = in.read();
        if (first < 0) {
            return Optional.empty();
        }
        in.reset();
        int length = in.readInt();
        if (length < 0 || length >= LONGEST) {
            throw new IOException("a frame of " + length + " bytes");
        }
        byte[] frame = new byte[4 + length];
        ByteBuffer.wrap(frame).putInt(length);
        in.readFully(frame, 4, length);
        return Optional.of(frame);
    }

    /** Whatever has come in; empty at the end. */
    Optional<byte[]> some() throws IOException {
        byte[] chunk = new byte[CHUNK];
        int read = in.read(chunk);
        return read < 0 ? Optional.empty() : Optional.of(Arrays.copyOf(chunk, read));
    }

    /** Whether text comes instead of frames: a four-letter word. Waits for the first bytes. */
    boolean isText() throws IOException {
        in.mark(1);
        int first = in.read();
        in.reset();
        return first >= LONGEST >>> 24;
    }
}
