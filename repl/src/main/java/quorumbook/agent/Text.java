package quorumbook.agent;

import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Text of any length in a message ({@code writeUTF} ends at 64 KB). */
public final class Text {
    private Text() {}

    public static void write(DataOutput out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    public static String read(DataInput in) throws IOException {
        byte[] bytes = new byte[count(in)];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** How many things of a byte or more follow. Whoever says so may be a stranger: no more than there are bytes. */
    static int count(DataInput in) throws IOException {
        int count = in.readInt();
        if (count < 0 || in instanceof DataInputStream message && count > message.available()) {
            throw new IOException("no message: " + count + " of something");
        }
        return count;
    }
}
