package quorumbook.labs.observe;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.Adler32;

/**
 * ZooKeeper's transaction log, as far as we need it: a header of 16 bytes; then for each transaction a checksum, a length, so
 * many bytes, and a {@code B}. Behind the last one there are zeros (org.apache.zookeeper.server.persistence.FileTxnLog).
 */
final class TxnLog {
    private static final int MAGIC = 0x5a4b4c47; // ZKLG
    private static final int HEADER = 16;
    private static final int SESSION_AND_CXID = 12;
    private static final byte END = 'B';

    private TxnLog() {}

    /** The last transaction that was written completely. */
    static Optional<Zxid> last(byte[] file) {
        ByteBuffer buffer = ByteBuffer.wrap(file);
        Optional<Zxid> last = Optional.empty();
        try {
            if (buffer.getInt() != MAGIC) {
                return Optional.empty();
            }
            buffer.position(HEADER);
            Optional<Zxid> next = next(buffer);
            while (next.isPresent()) {
                last = next;
                next = next(buffer);
            }
        } catch (BufferUnderflowException | IllegalArgumentException torn) {
            // A transaction that was being written when the server died does not count; its server drops it too.
            return last;
        }
        return last;
    }

    private static Optional<Zxid> next(ByteBuffer buffer) {
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
                ? Optional.of(Zxid.of(buffer.getLong(begin + SESSION_AND_CXID)))
                : Optional.empty();
    }
}
