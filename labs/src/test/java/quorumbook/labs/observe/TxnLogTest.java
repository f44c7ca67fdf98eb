package quorumbook.labs.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
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
    void anythingElseHoldsNoTransaction() {
        assertThat(TxnLog.last(log())).isEmpty();
        assertThat(TxnLog.last(new byte[0])).isEmpty();
        assertThat(TxnLog.last("no log at all".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isEmpty();
    }

    private static byte[] log(long... zxids) {
        ByteBuffer buffer = ByteBuffer.allocate(PADDED);
        buffer.putInt(0x5a4b4c47).putInt(2).putLong(0);
        for (long zxid : zxids) {
            ByteBuffer txn = ByteBuffer.allocate(32);
            txn.putLong(0x10001L).putInt(5).putLong(zxid).putLong(1).putInt(1);
            Adler32 checksum = new Adler32();
            checksum.update(txn.array());
            buffer.putLong(checksum.getValue()).putInt(32).put(txn.array()).put((byte) 'B');
        }
        return buffer.array();
    }
}
