package quorumbook.labs.cluster.ready;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import org.apache.jute.BinaryInputArchive;
import org.apache.jute.BinaryOutputArchive;
import org.apache.jute.Record;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.ZooDefs.OpCode;
import org.apache.zookeeper.proto.ConnectRequest;
import org.apache.zookeeper.proto.ConnectResponse;
import org.apache.zookeeper.proto.ReplyHeader;
import org.apache.zookeeper.proto.RequestHeader;
import org.apache.zookeeper.proto.SyncRequest;

/**
 * The shortest session there is: begin, sync, end. Spoken by hand, for ZooKeeper's own client takes a tenth of a second to
 * hang up, and somebody waits at the prompt.
 */
final class SyncProbe {
    private static final int SESSION_MILLIS = 10_000;
    private static final int PASSWORD_BYTES = 16;
    private static final int LONGEST_REPLY = 1 << 16;

    private final DataInputStream in;
    private final DataOutputStream out;

    private SyncProbe(Socket socket) throws IOException {
        in = new DataInputStream(socket.getInputStream());
        out = new DataOutputStream(socket.getOutputStream());
    }

    /**
     * Has a sync served, which goes through the leader.
     *
     * @return what came instead; empty if it was served
     * @throws IOException if the server does not answer in time, or hangs up
     */
    static Optional<String> failure(InetSocketAddress server, Duration patience) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) patience.toMillis());
            socket.connect(server, (int) patience.toMillis());
            return new SyncProbe(socket).run();
        }
    }

    private Optional<String> run() throws IOException {
        send(new ConnectRequest(0, 0, SESSION_MILLIS, 0, new byte[PASSWORD_BYTES], false));
        ConnectResponse session = new ConnectResponse();
        session.deserialize(receive(), "connect");
        if (session.getSessionId() == 0) {
            return Optional.of("it gave no session");
        }
        Code synced = ask(new RequestHeader(1, OpCode.sync), new SyncRequest("/"));
        ask(new RequestHeader(2, OpCode.closeSession));
        return synced == Code.OK ? Optional.empty() : Optional.of("it ended with " + synced);
    }

    private Code ask(Record... request) throws IOException {
        send(request);
        ReplyHeader reply = new ReplyHeader();
        reply.deserialize(receive(), "header");
        return Code.get(reply.getErr());
    }

    private void send(Record... records) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryOutputArchive archive = BinaryOutputArchive.getArchive(bytes);
        for (Record record : records) {
            record.serialize(archive, "record");
        }
        out.writeInt(bytes.size());
        bytes.writeTo(out);
        out.flush();
    }

    private BinaryInputArchive receive() throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST_REPLY) {
            throw new IOException("a reply of " + length + " bytes");
        }
        byte[] reply = new byte[length];
        in.readFully(reply);
        return BinaryInputArchive.getArchive(new ByteArrayInputStream(reply));
    }
}
