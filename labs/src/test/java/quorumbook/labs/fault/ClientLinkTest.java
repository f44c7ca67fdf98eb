package quorumbook.labs.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import quorumbook.labs.cluster.Endpoint;
import quorumbook.labs.cluster.NodeId;

/** A link to a door behind which nobody says anything. */
class ClientLinkTest {
    private ServerSocket server;
    private ClientLink link;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Endpoint target = new Endpoint(server.getInetAddress().getHostAddress(), server.getLocalPort());
        link = ClientLink.open(NodeId.zk(1), target, ZooKeeperConversation::new);
        link.start();
    }

    @AfterEach
    void close() throws IOException {
        link.close();
        server.close();
    }

    @Test
    void countsTheCallsThatItRefusesWhileItIsCutAndNoOthers() throws IOException {
        callAndGetThrough();
        assertThat(link.refusals()).isZero();

        link.cut();
        // The one that proved it.
        assertThat(link.refusals()).isEqualTo(1);
        assertThat(isHungUpOn()).isTrue();
        assertThat(link.refusals()).isEqualTo(2);

        link.pass();
        callAndGetThrough();
        assertThat(link.refusals()).isEqualTo(2);
    }

    private Socket call() throws IOException {
        return new Socket(link.endpoint().host(), link.endpoint().port());
    }

    private void callAndGetThrough() throws IOException {
        try (Socket caller = call();
                Socket called = server.accept()) {
            assertThat(called.isConnected() && caller.isConnected()).isTrue();
        }
    }

    private boolean isHungUpOn() throws IOException {
        try (Socket caller = call()) {
            return caller.getInputStream().read() < 0;
        }
    }
}
