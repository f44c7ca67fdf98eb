package quorumbook.labs.fault;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * ZooKeeper's client protocol: a connect request and its reply without headers, then requests (xid, type, …) and replies
 * (xid, zxid, error, …). Both readers of a connection come here.
 */
final class ZooKeeperConversation implements Conversation {
    private static final int SHORTEST_REQUEST = 12;
    private static final int SHORTEST_REPLY = 20;

    private final Gate gate;
    private boolean requested;
    private boolean replied;
    private OptionalInt losing = OptionalInt.empty();

    ZooKeeperConversation(Gate gate) {
        this.gate = gate;
    }

    @Override
    public synchronized void request(byte[] frame) {
        boolean first = !requested;
        requested = true;
        if (first || frame.length < SHORTEST_REQUEST) {
            return;
        }
        ByteBuffer buffer = ByteBuffer.wrap(frame);
        if (gate.claims(buffer.getInt(8))) {
            losing = OptionalInt.of(buffer.getInt(4));
        }
    }

    @Override
    public synchronized Optional<byte[]> reply(byte[] frame) {
        boolean first = !replied;
        replied = true;
        ByteBuffer buffer = ByteBuffer.wrap(frame);
        if (first || frame.length < SHORTEST_REPLY || losing.isEmpty() || buffer.getInt(4) != losing.getAsInt()) {
            return Optional.of(frame);
        }
        losing = OptionalInt.empty();
        gate.lost("the server answered request " + buffer.getInt(4) + " with zxid 0x"
                + Long.toHexString(buffer.getLong(8)) + " and error " + buffer.getInt(16));
        return Optional.empty();
    }
}
