package quorumbook.labs.cluster.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/**
 * How a ZooKeeper server introduces itself at another's election port: protocol, sid, and the address at which it can be
 * called back. Of two servers the one with the greater sid makes the connection, so it hangs up on a lesser one and calls back:
 * at that address, past every relay, unless the address is that of the door which leads back to the caller.
 */
record ElectionOpening(int doorBack) implements Opening {
    private static final int BEFORE_ADDRESS = Long.BYTES + Long.BYTES + Integer.BYTES;
    private static final int LONGEST_ADDRESS = 512;

    @Override
    public boolean complete(ByteBuffer received) {
        int end = received.position();
        if (end < Long.BYTES) {
            return false;
        }
        if (received.getLong(0) >= 0) {
            // Before 3.5 it was the sid alone, with no address to replace.
            return true;
        }
        if (end < BEFORE_ADDRESS) {
            return false;
        }
        int length = received.getInt(BEFORE_ADDRESS - Integer.BYTES);
        if (length < 0 || length > LONGEST_ADDRESS) {
            // Not what we know; the server that is called will say so.
            return true;
        }
        if (end < BEFORE_ADDRESS + length) {
            return false;
        }
        replace(received, BEFORE_ADDRESS + length, end);
        return true;
    }

    private void replace(ByteBuffer received, int from, int end) {
        byte[] rest = new byte[end - from];
        received.get(from, rest);
        byte[] address = (Ports.HOST + ":" + doorBack).getBytes(UTF_8);
        received.putInt(BEFORE_ADDRESS - Integer.BYTES, address.length);
        received.position(BEFORE_ADDRESS);
        received.put(address).put(rest);
    }
}
