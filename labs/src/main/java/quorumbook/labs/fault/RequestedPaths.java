package quorumbook.labs.fault;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.jute.BinaryInputArchive;
import org.apache.zookeeper.MultiOperationRecord;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.ZooDefs.OpCode;

/** What a request to ZooKeeper is about: the path that each request on znodes begins with, or those of a transaction. */
final class RequestedPaths {
    private static final int TYPE = 8;
    private static final int BODY = 12;

    private RequestedPaths() {}

    /** @param frame with its length in front */
    static Stream<String> of(byte[] frame) {
        return ByteBuffer.wrap(frame).getInt(TYPE) == OpCode.multi ? ofTransaction(frame) : Stream.of(first(frame));
    }

    private static String first(byte[] frame) {
        int length =
                frame.length < BODY + Integer.BYTES ? 0 : ByteBuffer.wrap(frame).getInt(BODY);
        return length <= 0 || length > frame.length - BODY - Integer.BYTES
                ? ""
                : new String(frame, BODY + Integer.BYTES, length, StandardCharsets.UTF_8);
    }

    private static Stream<String> ofTransaction(byte[] frame) {
        MultiOperationRecord transaction = new MultiOperationRecord();
        try {
            transaction.deserialize(
                    BinaryInputArchive.getArchive(new ByteArrayInputStream(frame, BODY, frame.length - BODY)), "");
        } catch (IOException torn) {
            // The server will not understand it either: it is about nothing.
            return Stream.empty();
        }
        // A check changes nothing.
        return StreamSupport.stream(transaction.spliterator(), false)
                .filter(operation -> operation.getType() != OpCode.check)
                .map(Op::getPath);
    }
}
