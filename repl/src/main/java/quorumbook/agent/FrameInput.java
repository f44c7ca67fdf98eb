package quorumbook.agent;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads frames: channel (one byte), length (four), payload. For one thread. */
public final class FrameInput {
    /** Whoever writes more in one frame is not one of ours. */
    private static final int LONGEST = 64 << 20;

    private final DataInputStream in;
    private final int longest;

    public FrameInput(InputStream in) {
        this(in, LONGEST);
    }

    /** @param longest the payload that is still taken from whoever writes there */
    public FrameInput(InputStream in, int longest) {
        this.in = new DataInputStream(new BufferedInputStream(in, 1 << 16));
        this.longest = longest;
    }

    /** Skips everything up to and including the greeting, since a JVM may print a line before {@code main} runs. */
    public void awaitGreeting(byte[] greeting) throws IOException {
        int matched = 0;
        while (matched < greeting.length) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException("ended before its greeting");
            }
            if (next == greeting[matched]) {
                matched++;
            } else {
                matched = next == greeting[0] ? 1 : 0;
            }
        }
    }

    /** The next frame, or nothing at the end of the stream. */
    public Optional<Frame> read() throws IOException {
        int channel = in.read();
        if (channel < 0) {
            return Optional.empty();
        }
        Channel[] channels = Channel.values();
        int length = in.readInt();
        if (channel >= channels.length || length < 0 || length > longest) {
            throw new IOException("no frame: channel " + channel + ", length " + length);
        }
        byte[] payload = new byte[length];
        in.readFully(payload);
        return Optional.of(new Frame(channels[channel], payload));
    }
}
