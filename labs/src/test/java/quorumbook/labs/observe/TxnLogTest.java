package quorumbook.labs.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.zip.Adler32;
import org.junit.jupiter.api.Test;

class TxnLogTest {
    private static final int PADDED = 1024;
    private static final int HEADER = 16;
    private static final int ENTRY = 12 + 32 + 1;

    @Test
    void readsTheLastTransactionBeforeTheZeros() {
        assertThat(TxnLog.last(log(0x100000007L, 0x100000008L))).contains(Zxid.of(0x100000008L));
    }

    @Test
    void aTransactionThatWasNotWrittenToItsEndDoesNotCount() {
        byte[] torn = Arrays.copyOf(log(0x100000007L, 0x100000008L), HEADER + ENTRY + 30);

        assertThat(TxnLog.last(torn)).contains(Zxid.of(0x100000007L));
    }

    @Test
    void aTransactionWhoseChecksumIsWrongDoesNotCount() {
        byte[] spoilt = log(0x100000007L, 0x100000008L);
        spoilt[HEADER + ENTRY + 20] ^= 1;

        assertThat(TxnLog.last(spoilt)).contains(Zxid.of(0x100000007L));
    }

    @Test
    void tellsWhoEndedASession() {
        byte[] file = file(txn(0xa, 0, 0x100000002L, 1_000, -11), txn(0xb, 7, 0x100000003L, 2_000, -11));

        assertThat(TxnLog.sessionEnds(file))
                .containsExactly(
                        new SessionEnd(Instant.ofEpochMilli(1_000), 0xa, Zxid.of(0x100000002L), true),
                        new SessionEnd(Instant.ofEpochMilli(2_000), 0xb, Zxid.of(0x100000003L), false));
        assertThat(TxnLog.sessionEnds(log(0x100000007L))).isEmpty();
    }

    @Test
    void anythingElseHoldsNoTransaction() {
        assertThat(TxnLog.last(log())).isEmpty();
        assertThat(TxnLog.last(new byte[0])).isEmpty();
        assertThat(TxnLog.last("no log at all".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEmpty();
    }

    private static byte[] log(long... zxids) {
        return file(LongStream.of(zxids)
                .mapToObj(zxid -> txn(0x10001L, 5, zxid, 1, 1))
                .toArray(byte[][]::new));
    }

    private static byte[] txn(long session, int request, long zxid, long millis, int type) {
        return ByteBuffer.allocate(32)
                .putLong(session)
                .putInt(request)
                .putLong(zxid)
                .putLong(millis)
                .putInt(type)
                .array();
    }

    private static byte[] file(byte[]... txns) {
        ByteBuffer buffer = ByteBuffer.allocate(PADDED);
        buffer.putInt(0x5a4b4c47).putInt(2).putLong(0);
        for (byte[] txn : txns) {
            Adler32 checksum = new Adler32();
            checksum.update(txn);
            buffer.putLong(checksum.getValue()).putInt(32).put(txn).put((byte) 'B');
        }
        return buffer.array();
    }
}
