package quorumbook.labs.fault;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.jute.BinaryOutputArchive;
import org.apache.jute.Record;
import org.apache.zookeeper.MultiOperationRecord;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.proto.SetDataRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Frames of ZooKeeper's protocol, by hand. */
class ConversationTest {
    private static final int CREATE_2 = 15;
    private static final int GET_DATA = 4;
    private static final int SET_DATA = 5;
    private static final int PING = 11;
    private static final int MULTI = 14;
    private static final int BAD_VERSION = -103;
    private static final byte[] CONNECT = new byte[45];

    private final Gate gate = new Gate();
    private final Conversation conversation = new ZooKeeperConversation(gate);

    @BeforeEach
    void connect() throws IOException {
        conversation.request(CONNECT);
        conversation.reply(CONNECT);
        gate.want(RequestKind.CREATE, "", Gate.Fate.LOST);
    }

    @Test
    void losesTheReplyToTheNextRequestOfTheKindAndNoOther() throws IOException {
        conversation.request(request(1, SET_DATA));
        conversation.request(request(2, CREATE_2));
        conversation.request(request(3, CREATE_2));

        assertThat(conversation.reply(reply(1))).isPresent();
        assertThat(conversation.reply(reply(2))).isEmpty();
        assertThat(conversation.reply(reply(3))).isPresent();
        assertThat(gate.losses()).containsExactly("the server answered request 2 with zxid 0x100000007 and error 0");
    }

    @Test
    void takesNoRequestThatWasRefusedForOneThatWasDone() throws IOException {
        conversation.request(request(1, CREATE_2));
        assertThat(conversation.reply(reply(1, BAD_VERSION))).isPresent();

        conversation.request(request(2, CREATE_2));
        assertThat(conversation.reply(reply(2))).isEmpty();
    }

    @Test
    void losesNoReplyThatIsAboutAnotherPath() throws IOException {
        gate.want(RequestKind.SET_DATA, "/counter", Gate.Fate.LOST);
        conversation.request(record(1, SET_DATA, new SetDataRequest("/visits", "/counter".getBytes(US_ASCII), -1)));
        conversation.request(record(2, SET_DATA, new SetDataRequest("/counter", new byte[0], -1)));

        assertThat(conversation.reply(reply(1))).isPresent();
        assertThat(conversation.reply(reply(2))).isEmpty();
    }

    @Test
    void knowsWhatATransactionChanges() throws IOException {
        gate.want(RequestKind.MULTI, "/counter", Gate.Fate.LOST);
        conversation.request(record(
                1,
                MULTI,
                new MultiOperationRecord(
                        List.of(Op.check("/counter", 7), Op.setData("/visits", "/counter".getBytes(US_ASCII), -1)))));
        conversation.request(record(
                2,
                MULTI,
                new MultiOperationRecord(List.of(Op.check("/visits", 7), Op.setData("/counter", new byte[0], -1)))));

        assertThat(conversation.reply(reply(1))).isPresent();
        assertThat(conversation.reply(reply(2))).isEmpty();
    }

    @Test
    void takesNoNotificationForTheReply() throws IOException {
        conversation.request(request(1, CREATE_2));

        assertThat(conversation.reply(reply(-1))).isPresent();
        assertThat(gate.losses()).isEmpty();
    }

    @Test
    void losesNothingOnceTheLinkPassesAgain() throws IOException {
        gate.open();
        conversation.request(request(1, CREATE_2));

        assertThat(conversation.reply(reply(1))).isPresent();
    }

    @Test
    void holdsFromTheReplyThatIsWantedOn() throws IOException {
        gate.open();
        gate.want(RequestKind.GET_DATA, "", Gate.Fate.HELD);
        conversation.request(request(1, SET_DATA));
        conversation.request(request(2, GET_DATA));

        assertThat(conversation.reply(reply(1))).isPresent();
        assertThat(gate.heldReply()).isEmpty();
        assertThat(conversation.reply(reply(2))).isPresent();
        assertThat(gate.heldReply()).contains("the server answered request 2 with zxid 0x100000007 and error 0");
    }

    @Test
    void countsRequestsAndNotificationsButNoPings() throws IOException {
        conversation.request(request(-2, PING));
        conversation.request(request(1, GET_DATA));
        conversation.request(request(2, SET_DATA));
        conversation.reply(reply(-1));
        conversation.reply(reply(-2));

        assertThat(gate.requests()).isEqualTo(2);
        assertThat(gate.requests(RequestKind.GET_DATA)).isEqualTo(1);
        assertThat(gate.notifications()).isEqualTo(1);
    }

    @Test
    void remembersWhichSessionWasAskedForAndWhichWasGranted() throws IOException {
        Conversation other = new ZooKeeperConversation(gate);
        other.request(ByteBuffer.allocate(49).putLong(20, 7L).array());
        other.reply(ByteBuffer.allocate(41)
                .putInt(8, 4000)
                .putLong(12, 7L)
                .putInt(20, 16)
                .put(39, (byte) 5)
                .array());

        Handshake last = gate.handshakes().get(1);
        assertThat(last.isReturnTo(7)).isTrue();
        assertThat(last.timeout()).hasMillis(4000);
        assertThat(last.password()).hasSize(16).endsWith(5);
        assertThat(gate.handshakes().get(0).isReturnTo(7)).isFalse();
    }

    @Test
    void framesAreCutByTheirLength() throws IOException {
        Frames frames = new Frames(new ByteArrayInputStream(new byte[] {0, 0, 0, 1, 7, 0, 0, 0, 0}));

        assertThat(frames.isText()).isFalse();
        assertThat(frames.next()).contains(new byte[] {0, 0, 0, 1, 7});
        assertThat(frames.next()).contains(new byte[] {0, 0, 0, 0});
        assertThat(frames.next()).isEmpty();
    }

    @Test
    void fourLettersAreText() throws IOException {
        Frames frames = new Frames(new ByteArrayInputStream("srvr".getBytes(US_ASCII)));

        assertThat(frames.isText()).isTrue();
        assertThat(frames.some()).contains("srvr".getBytes(US_ASCII));
        assertThat(frames.some()).isEmpty();
    }

    @Test
    void aFrameThatEndsTooSoonIsAnError() {
        Frames frames = new Frames(new ByteArrayInputStream(new byte[] {0, 0, 0, 9, 1}));

        assertThatThrownBy(frames::next).isInstanceOf(EOFException.class);
    }

    private static byte[] request(int xid, int type) {
        return ByteBuffer.allocate(12).putInt(8).putInt(xid).putInt(type).array();
    }

    private static byte[] record(int xid, int type, Record record) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        record.serialize(BinaryOutputArchive.getArchive(body), "");
        return ByteBuffer.allocate(12 + body.size())
                .putInt(8 + body.size())
                .putInt(xid)
                .putInt(type)
                .put(body.toByteArray())
                .array();
    }

    private static byte[] reply(int xid) {
        return reply(xid, 0);
    }

    private static byte[] reply(int xid, int error) {
        return ByteBuffer.allocate(20)
                .putInt(16)
                .putInt(xid)
                .putLong(0x100000007L)
                .putInt(error)
                .array();
    }
}
