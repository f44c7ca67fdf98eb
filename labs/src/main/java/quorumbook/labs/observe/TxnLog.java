package quorumbook.labs.observe;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.Adler32;
import org.apache.zookeeper.ZooDefs;

/**
 * ZooKeeper's transaction log, as far as we need it: a header of 16 bytes; then for each transaction a checksum, a length, so
 * many bytes, and a {@code B}. Behind the last one there are zeros (org.apache.zookeeper.server.persistence.FileTxnLog).
 */
final class TxnLog {
    private static final int MAGIC = 0x5a4b4c47; // ZKLG
    private static final int HEADER = 16;
    private static final int CXID = 8;
    private static final int ZXID = 12;
    private static final int TIME = 20;
    private static final int TYPE = 28;
    /** What the servers do on their own has no number of a client's request (ZooKeeperServer.close). */
    private static final int NO_REQUEST = 0;

    private static final byte END = 'B';

    private TxnLog() {}

    /** One transaction, by the fields of its header. */
    private record Txn(long session, int request, Zxid zxid, Instant at, int type) {}

    /** The last transaction that was written completely. */
    static Optional<Zxid> last(byte[] file) {
        List<Txn> all = all(file);
        return all.isEmpty()
                ? Optional.empty()
                : Optional.of(all.get(all.size() - 1).zxid());
    }

    /** The end of each session that ended, oldest first. */
    static List<SessionEnd> sessionEnds(byte[] file) {
        return all(file).stream()
                .filter(txn -> txn.type() == ZooDefs.OpCode.closeSession)
                .map(txn -> new SessionEnd(txn.at(), txn.session(), txn.zxid(), txn.request() == NO_REQUEST))
                .toList();
    }

    private static List<Txn> all(byte[] file) {
        ByteBuffer buffer = ByteBuffer.wrap(file);
        List<Txn> all = new ArrayList<>();
        try {
            if (buffer.getInt() != MAGIC) {
                return all;
            }
            buffer.position(HEADER);
            Optional<Txn> next = next(buffer);
            while (next.isPresent()) {
                all.add(next.get());
                next = next(buffer);
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException torn) {
            // A transaction that was being written when the server died does not count; its server drops it too.
            return all;
        }
        return all;
    }

    private static Optional<Txn> next(ByteBuffer buffer) {
        if (buffer.remaining() < Long.BYTES + Integer.BYTES) {
            return Optional.empty();
        }
        long checksum = buffer.getLong();
        int length = buffer.getInt();
        if (length <= 0) {
            return Optional.empty();
        }
        int begin = buffer.position();
        Adler32 adler = new Adler32();
        adler.update(buffer.slice().limit(length));
        buffer.position(begin + length);
        return buffer.get() == END && adler.getValue() == checksum
                ? Optional.of(new Txn(
                        buffer.getLong(begin),
                        buffer.getInt(begin + CXID),
                        Zxid.of(buffer.getLong(begin + ZXID)),
                        Instant.ofEpochMilli(buffer.getLong(begin + TIME)),
                        buffer.getInt(begin + TYPE)))
                : Optional.empty();
    }
}
