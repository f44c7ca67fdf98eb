package quorumbook.agent;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Bytes of a command or a reply: one byte that says which, then its fields. */
public final class Message {
    private Message() {}

    /** Writes the fields of a message. */
    @FunctionalInterface
    public interface Fields {
        void write(DataOutputStream out) throws IOException;
    }

    public static byte[] of(Op op, Fields fields) {
        return bytes(op.ordinal(), fields);
    }

    public static byte[] of(Answer answer, Fields fields) {
        return bytes(answer.ordinal(), fields);
    }

    public static byte[] of(Answer answer, String text) {
        return bytes(answer.ordinal(), out -> Text.write(out, text));
    }

    public static DataInputStream open(byte[] message) {
        return new DataInputStream(new ByteArrayInputStream(message));
    }

    private static byte[] bytes(int kind, Fields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(kind);
            fields.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
