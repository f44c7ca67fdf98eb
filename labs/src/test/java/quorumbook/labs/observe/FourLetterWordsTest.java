package quorumbook.labs.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import quorumbook.labs.cluster.Endpoint;
import quorumbook.labs.cluster.NodeId;

class FourLetterWordsTest {
    @Test
    void hearsTheServersThatAnswerAndLeavesOutThoseThatDoNot() throws IOException {
        try (ServerSocket answering = listen();
                ServerSocket silent = listen()) {
            int refused = portOfNobody();
            CompletableFuture<Void> server = CompletableFuture.runAsync(() -> answer(answering, "Mode: leader\n"));

            Map<NodeId, String> answers = FourLetterWords.ask(
                    "srvr",
                    Map.of(
                            NodeId.zk(1), endpoint(answering.getLocalPort()),
                            NodeId.zk(2), endpoint(silent.getLocalPort()),
                            NodeId.zk(3), endpoint(refused)),
                    Duration.ofMillis(500));

            assertThat(answers).isEqualTo(Map.of(NodeId.zk(1), "Mode: leader\n"));
            assertThat(server).succeedsWithin(Duration.ofSeconds(1));
        }
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    private static int portOfNobody() throws IOException {
        try (ServerSocket closed = listen()) {
            return closed.getLocalPort();
        }
    }

    private static Endpoint endpoint(int port) {
        return new Endpoint("127.0.0.1", port);
    }

    private static void answer(ServerSocket listener, String words) {
        try (Socket socket = listener.accept()) {
            assertThat(new String(socket.getInputStream().readNBytes(4), StandardCharsets.US_ASCII))
                    .isEqualTo("srvr");
            socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
