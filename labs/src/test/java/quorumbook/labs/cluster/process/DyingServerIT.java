package quorumbook.labs.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quorumbook.labs.cluster.NodeId.zk;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.cluster.Proof;

/** A server that ends although nobody asked it to, or cannot begin. */
class DyingServerIT extends OneServer {
    @Test
    void isSaidToHaveDiedWithItsLastWordsAndCanBeStartedAgain() throws Exception {
        Proof started = cluster.start(zk(1));
        cluster.awaitReady(PATIENCE, Progress.silent());
        killBehindOurBack(started);

        assertThat(Eventually.holds(PATIENCE, () -> cluster.condition(zk(1)) == Condition.DIED))
                .isTrue();
        assertThatThrownBy(() -> cluster.awaitReady(PATIENCE, Progress.silent()))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("zk1 has died")
                .hasMessageContaining("server log");
        assertThatThrownBy(() -> cluster.kill(zk(1))).hasMessageContaining("/start zk1 brings it back");

        cluster.start(zk(1));
        cluster.awaitReady(PATIENCE, Progress.silent());
        assertThat(cluster.condition(zk(1))).isEqualTo(Condition.RUNNING);
    }

    @Test
    void saysWhichPortAnotherProgramHolds() throws IOException {
        cluster.start(zk(1));
        cluster.awaitReady(PATIENCE, Progress.silent());
        cluster.kill(zk(1));
        int port = cluster.client(zk(1)).port();
        try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getByName(Ports.HOST))) {
            assertThat(other.isBound()).isTrue();
            assertThatThrownBy(() -> cluster.start(zk(1)))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("Port " + port + " of zk1 is held by another program");
            assertThat(cluster.condition(zk(1))).isEqualTo(Condition.STOPPED);
        }
    }
}
