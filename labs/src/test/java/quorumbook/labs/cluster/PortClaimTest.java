package quorumbook.labs.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortClaimTest {
    @Test
    void aClaimedPortIsRefusedToOthersUntilItIsGivenBack() throws IOException {
        assumeTrue(System.getProperty("os.name").startsWith("Linux"), "only Linux has 127.0.0.2 from the start");
        int port = freePort();
        Optional<PortClaim> first = PortClaim.on(port);
        assertThat(first).isPresent();
        assertThat(PortClaim.on(port)).isEmpty();
        first.get().close();
        Optional<PortClaim> second = PortClaim.on(port);
        assertThat(second).isPresent();
        second.get().close();
    }

    @Test
    void theClaimLeavesThePortItselfToTheServer() throws IOException {
        int port = freePort();
        try (PortClaim claim = PortClaim.on(port).orElseThrow();
                ServerSocket server = new ServerSocket()) {
            server.bind(new InetSocketAddress("127.0.0.1", port));
            assertThat(server.isBound()).isTrue();
        }
    }

    @Test
    void theClaimIsNotInTheWayOfAServerThatListensAtEveryAddress() throws IOException {
        int port = freePort();
        try (PortClaim claim = PortClaim.on(port).orElseThrow();
                ServerSocket server = new ServerSocket()) {
            server.bind(new InetSocketAddress(port));
            assertThat(server.isBound()).isTrue();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }
}
