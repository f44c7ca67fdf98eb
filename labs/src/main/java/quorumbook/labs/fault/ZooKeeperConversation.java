package quorumbook.labs.fault;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * ZooKeeper's client protocol: a connect request and its reply without headers, then requests (xid, type, …) and replies
 * (xid, zxid, error, …). Both readers of a connection come here.
 */
final class ZooKeeperConversation implements Conversation {
    private static final int SHORTEST_REQUEST = 12;
    private static final int SHORTEST_REPLY = 20;
    /** What clients say by themselves: ping, auth, setWatches, setWatches2, closeSession (ZooDefs.OpCode). */
    private static final Set<Integer> OF_ITSELF = Set.of(11, 100, 101, 105, -11);

    private static final int NOTIFICATION = -1;

    // Where things are in the connect request and its reply, behind their length (org.apache.zookeeper.proto).
    private static final int ASKED_SESSION = 20;
    private static final int GRANTED_TIMEOUT = 8;
    private static final int GRANTED_SESSION = 12;
    private static final int PASSWORD = 20;

    private final Gate gate;
    private boolean requested;
    private boolean replied;
    private long asked;
    private OptionalInt wanted = OptionalInt.empty();

    ZooKeeperConversation(Gate gate) {
        this.gate = gate;
    }

    @Override
    public synchronized void request(byte[] frame) {
        boolean first = !requested;
        requested = true;
        if (first && frame.length >= ASKED_SESSION + Long.BYTES) {
            asked = ByteBuffer.wrap(frame).getLong(ASKED_SESSION);
        }
        if (first || frame.length < SHORTEST_REQUEST) {
            return;
        }
        ByteBuffer buffer = ByteBuffer.wrap(frame);
        int code = buffer.getInt(8);
        if (!OF_ITSELF.contains(code)) {
            gate.asked(code);
        }
        if (gate.claims(code, below -> RequestedPaths.of(frame).anyMatch(path -> path.startsWith(below)))) {
            wanted = OptionalInt.of(buffer.getInt(4));
        }
    }

    @Override
    public synchronized Optional<byte[]> reply(byte[] frame) {
        boolean first = !replied;
        replied = true;
        ByteBuffer buffer = ByteBuffer.wrap(frame);
        if (first && frame.length >= PASSWORD + Integer.BYTES) {
            gate.shaken(handshake(buffer));
        }
        if (!first && frame.length >= SHORTEST_REPLY && buffer.getInt(4) == NOTIFICATION) {
            gate.told();
        }
        if (first || frame.length < SHORTEST_REPLY || wanted.isEmpty() || buffer.getInt(4) != wanted.getAsInt()) {
            return Optional.of(frame);
        }
        wanted = OptionalInt.empty();
        if (buffer.getInt(16) != 0) {
            gate.refused();
            return Optional.of(frame);
        }
        boolean lost = gate.loses("the server answered request " + buffer.getInt(4) + " with zxid 0x"
                + Long.toHexString(buffer.getLong(8)) + " and error " + buffer.getInt(16));
        return lost ? Optional.empty() : Optional.of(frame);
    }

    private Handshake handshake(ByteBuffer reply) {
        byte[] password =
                new byte[Math.max(0, Math.min(reply.getInt(PASSWORD), reply.limit() - PASSWORD - Integer.BYTES))];
        reply.position(PASSWORD + Integer.BYTES).get(password);
        return new Handshake(
                asked, reply.getLong(GRANTED_SESSION), Duration.ofMillis(reply.getInt(GRANTED_TIMEOUT)), password);
    }
}
