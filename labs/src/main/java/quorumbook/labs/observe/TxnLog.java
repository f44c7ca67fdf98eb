package quorumbook.labs.observe;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.Adler32;
import org.apache.jute.BinaryInputArchive;
import org.apache.jute.Record;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.txn.MultiTxn;
import org.apache.zookeeper.txn.SetDataTxn;

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
    private static final int BODY = 32;
    /** What the servers do on their own has no number of a client's request (ZooKeeperServer.close). */
    private static final int NO_REQUEST = 0;

    private static final byte END = 'B';

    private TxnLog() {}

    /** One transaction: the fields of its header, and what it did. */
    private record Txn(long session, int request, Zxid zxid, Instant at, int type, byte[] body) {}

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

    /** Every write of a value, oldest first; those of one transaction in its order. */
    static List<ValueWritten> valuesWritten(byte[] file) {
        return all(file).stream()
                .flatMap(txn -> written(txn.type(), txn.body()).map(write -> ValueWritten.of(txn.zxid(), write)))
                .toList();
    }

    private static Stream<SetDataTxn> written(int type, byte[] body) {
        if (type == ZooDefs.OpCode.setData) {
            return Stream.of(read(body, new SetDataTxn()));
        }
        return type == ZooDefs.OpCode.multi
                ? read(body, new MultiTxn()).getTxns().stream().flatMap(part -> written(part.getType(), part.getData()))
                : Stream.empty();
    }

    private static <T extends Record> T read(byte[] bytes, T record) {
        try {
            record.deserialize(BinaryInputArchive.getArchive(new ByteArrayInputStream(bytes)), "");
            return record;
        } catch (IOException e) {
            throw new IllegalArgumentException("a transaction with the right checksum that cannot be read", e);
        }
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
                        buffer.getInt(begin + TYPE),
                        body(buffer, begin, length)))
                : Optional.empty();
    }

    private static byte[] body(ByteBuffer buffer, int begin, int length) {
        byte[] body = new byte[Math.max(0, length - BODY)];
        buffer.duplicate().position(begin + BODY).get(body);
        return body;
    }
}
