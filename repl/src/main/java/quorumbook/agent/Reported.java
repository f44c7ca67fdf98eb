package quorumbook.agent;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A report on its way.
 *
 * @param number by which its receipt is known
 */
public record Reported(int number, String what, String value) {
    byte[] bytes() {
        byte[] whatBytes = what.getBytes(StandardCharsets.UTF_8);
        byte[] valueBytes = value.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(3 * Integer.BYTES + whatBytes.length + valueBytes.length)
                .putInt(number)
                .putInt(whatBytes.length)
                .put(whatBytes)
                .putInt(valueBytes.length)
                .put(valueBytes)
                .array();
    }

    public static Reported read(byte[] payload) throws IOException {
        try (DataInputStream in = Message.open(payload)) {
            return new Reported(in.readInt(), Text.read(in), Text.read(in));
        }
    }

    /** What is sent back once it was taken in. */
    public byte[] receipt() {
        return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    static int number(byte[] receipt) {
        return ByteBuffer.wrap(receipt).getInt();
    }
}
