package quorumbook.agent;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes frames whole and at once, from any thread. */
public final class FrameOutput {
    /** The agent's first bytes, so that the other side knows where the frames begin. */
    static final String GREETING = "quorumbook-agent/1\n";

    private final DataOutputStream out;

    public FrameOutput(OutputStream out) {
        this.out = new DataOutputStream(new BufferedOutputStream(out, 1 << 13));
    }

    public static byte[] greeting() {
        return GREETING.getBytes(StandardCharsets.US_ASCII);
    }

    synchronized void greet() throws IOException {
        out.write(greeting());
        out.flush();
    }

    public void write(Channel channel, byte[] payload) throws IOException {
        write(channel, payload, payload.length);
    }

    public synchronized void write(Channel channel, byte[] payload, int length) throws IOException {
        out.writeByte(channel.ordinal());
        out.writeInt(length);
        out.write(payload, 0, length);
        out.flush();
    }
}
