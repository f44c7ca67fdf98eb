package quorumbook.labs.observe;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.zip.Adler32;
import org.apache.jute.BinaryOutputArchive;
import org.apache.jute.Record;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.txn.MultiTxn;
import org.apache.zookeeper.txn.SetDataTxn;
import org.apache.zookeeper.txn.Txn;
import org.junit.jupiter.api.Test;

class TxnLogTest {
    private static final int PADDED = 1024;
    private static final int SET_DATA = ZooDefs.OpCode.setData;
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
    void tellsEveryValueThatWasWrittenAlsoInATransaction() throws IOException {
        byte[] alone = record(new SetDataTxn("/a", "1".getBytes(US_ASCII), 1));
        byte[] part = record(new SetDataTxn("/a", null, 2));
        byte[] together =
                record(new MultiTxn(List.of(new Txn(ZooDefs.OpCode.check, new byte[0]), new Txn(SET_DATA, part))));
        byte[] file = file(
                txn(0xa, 1, 0x100000001L, 1, 1),
                txn(0xa, 2, 0x100000002L, 2, SET_DATA, alone),
                txn(0xa, 3, 0x100000003L, 3, ZooDefs.OpCode.multi, together));

        assertThat(TxnLog.valuesWritten(file))
                .containsExactly(
                        new ValueWritten(Zxid.of(0x100000002L), "/a", 1, "1"),
                        new ValueWritten(Zxid.of(0x100000003L), "/a", 2, ""));
    }

    private static byte[] record(Record record) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        record.serialize(BinaryOutputArchive.getArchive(bytes), "");
        return bytes.toByteArray();
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
        return txn(session, request, zxid, millis, type, new byte[0]);
    }

    private static byte[] txn(long session, int request, long zxid, long millis, int type, byte[] body) {
        return ByteBuffer.allocate(32 + body.length)
                .putLong(session)
                .putInt(request)
                .putLong(zxid)
                .putLong(millis)
                .putInt(type)
                .put(body)
                .array();
    }

    private static byte[] file(byte[]... txns) {
        ByteBuffer buffer = ByteBuffer.allocate(PADDED);
        buffer.putInt(0x5a4b4c47).putInt(2).putLong(0);
        for (byte[] txn : txns) {
            Adler32 checksum = new Adler32();
            checksum.update(txn);
            buffer.putLong(checksum.getValue()).putInt(txn.length).put(txn).put((byte) 'B');
        }
        return buffer.array();
    }
}
