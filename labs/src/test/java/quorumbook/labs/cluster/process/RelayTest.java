package quorumbook.labs.cluster.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.NodeId;

/** A link through a relay: passes, holds, and passes again. */
class RelayTest {
    private static final int SOON_MILLIS = 5_000;
    private static final int A_MOMENT_MILLIS = 200;

    private final Link link = new Link(NodeId.zk(1), NodeId.zk(2));
    private final Link another = new Link(NodeId.zk(1), NodeId.zk(3));
    private Relay relay;
    private ServerSocket target;

    @BeforeEach
    void open() throws IOException {
        target = new ServerSocket();
        target.bind(new InetSocketAddress(Ports.HOST, 0));
        target.setSoTimeout(SOON_MILLIS);
        relay = Relay.create();
        relay.start();
    }

    @AfterEach
    void close() throws IOException {
        relay.close();
        target.close();
    }

    @Test
    void passesBytesBothWaysAndTheEnd() throws IOException {
        try (Socket caller = call(link)) {
            Socket called = target.accept();
            say(caller, "there");
            assertThat(hear(called, 5)).isEqualTo("there");
            say(called, "back");
            assertThat(hear(caller, 4)).isEqualTo("back");
            called.close();
            assertThat(caller.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void holdsWhatIsSentWhileCutAndDeliversItAfterwards() throws Exception {
        try (Socket caller = call(link);
                Socket called = target.accept()) {
            say(caller, "before");
            assertThat(hear(called, 6)).isEqualTo("before");
            link.hold();
            say(caller, "meanwhile");
            assertThat(Eventually.holds(Duration.ofSeconds(5), () -> link.heldBytes() == 9))
                    .isTrue();
            assertNothingComes(called);

            relay.heal(link);
            assertThat(hear(called, 9)).isEqualTo("meanwhile");
        }
    }

    @Test
    void hidesFromOneSideThatTheOtherHasHungUp() throws Exception {
        try (Socket caller = call(link)) {
            Socket called = target.accept();
            link.hold();
            called.close();
            assertNothingComes(caller);
            relay.heal(link);
            assertThat(caller.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void endsACallThatWasMadeWhileCut() throws Exception {
        link.hold();
        try (Socket caller = call(link)) {
            say(caller, "hello?");
            assertNothingComes(caller);
            target.setSoTimeout(A_MOMENT_MILLIS);
            assertThatThrownBy(target::accept).isInstanceOf(SocketTimeoutException.class);
            relay.heal(link);
            assertThat(caller.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void canBeClosedByTwoAtOnce() throws Exception {
        List<Throwable> stumbles = new CopyOnWriteArrayList<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, stumble) -> stumbles.add(stumble));
        try {
            for (int time = 0; time < 200; time++) {
                Relay closing = Relay.create();
                closing.start();
                Thread other = new Thread(closing::close);
                other.start();
                closing.close();
                other.join();
            }
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertThat(stumbles).isEmpty();
    }

    @Test
    void cutsNoOtherLink() throws IOException {
        link.hold();
        try (Socket caller = call(another);
                Socket called = target.accept()) {
            say(caller, "there");
            assertThat(hear(called, 5)).isEqualTo("there");
        }
    }

    @Test
    void waitsForATargetThatOpensItsDoorAMomentLater() throws IOException {
        int port = target.getLocalPort();
        target.close();
        try (Socket caller = new Socket(Ports.HOST, door(link, port, Opening.PLAIN));
                ServerSocket late = new ServerSocket()) {
            say(caller, "early");
            late.bind(new InetSocketAddress(Ports.HOST, port));
            late.setSoTimeout(SOON_MILLIS);
            assertThat(hear(late.accept(), 5)).isEqualTo("early");
        }
    }

    @Test
    void hangsUpWhenNobodyIsThere() throws IOException {
        int port = target.getLocalPort();
        target.close();
        try (Socket caller = new Socket(Ports.HOST, door(link, port, Opening.PLAIN))) {
            caller.setSoTimeout(SOON_MILLIS);
            assertThat(caller.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void leadsACallBackToTheDoorOfTheCaller() throws IOException {
        try (Socket caller = new Socket(Ports.HOST, door(link, target.getLocalPort(), new ElectionOpening(4711)))) {
            DataOutputStream out = new DataOutputStream(caller.getOutputStream());
            out.writeLong(-65536L);
            out.writeLong(2);
            out.writeInt(9);
            out.write("zk2:23888".getBytes(UTF_8));
            out.write("and more".getBytes(UTF_8));
            DataInputStream in = new DataInputStream(target.accept().getInputStream());
            assertThat(in.readLong()).isEqualTo(-65536L);
            assertThat(in.readLong()).isEqualTo(2);
            assertThat(new String(in.readNBytes(in.readInt()), UTF_8)).isEqualTo("127.0.0.1:4711");
            assertThat(new String(in.readNBytes(8), UTF_8)).isEqualTo("and more");
        }
    }

    @Test
    void passesAnOpeningInPiecesOnlyWhenItIsWhole() throws IOException {
        ByteBuffer received = ByteBuffer.allocate(100);
        ElectionOpening opening = new ElectionOpening(4711);
        assertThat(opening.complete(received.putLong(-65535L))).isFalse();
        assertThat(opening.complete(received.putLong(3))).isFalse();
        assertThat(opening.complete(received.putInt(4))).isFalse();
        assertThat(opening.complete(received.put("a:1|".getBytes(UTF_8)))).isTrue();
        assertThat(received.position()).isEqualTo(20 + "127.0.0.1:4711".length());
    }

    private int door(Link over, int port, Opening opening) throws IOException {
        ServerSocketChannel door = relay.build();
        relay.open(door, new Relay.Door(over, port, opening));
        return Relay.port(door);
    }

    private Socket call(Link over) throws IOException {
        Socket caller = new Socket(Ports.HOST, door(over, target.getLocalPort(), Opening.PLAIN));
        caller.setSoTimeout(SOON_MILLIS);
        return caller;
    }

    private static void say(Socket socket, String words) throws IOException {
        socket.getOutputStream().write(words.getBytes(UTF_8));
    }

    private static String hear(Socket socket, int bytes) throws IOException {
        socket.setSoTimeout(SOON_MILLIS);
        return new String(socket.getInputStream().readNBytes(bytes), UTF_8);
    }

    private static void assertNothingComes(Socket socket) throws IOException {
        socket.setSoTimeout(A_MOMENT_MILLIS);
        assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        socket.setSoTimeout(SOON_MILLIS);
    }
}
