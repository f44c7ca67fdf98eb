package quorumbook.labs.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quorumbook.labs.cluster.NodeId.zk;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.Ensemble;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.cluster.Proof;
import quorumbook.labs.cluster.Run;

/** A server that ends although nobody asked it to, or cannot begin. */
class DyingServerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Run run;
    private Cluster cluster;

    @BeforeEach
    void launch(@TempDir Path state) {
        run = Run.begin(state);
        cluster = new ProcessBackend().launch(Ensemble.standalone().stopped(), run, Progress.silent());
    }

    @AfterEach
    void close() {
        cluster.close();
        run.close();
    }

    @Test
    void isSaidToHaveDiedWithItsLastWordsAndCanBeStartedAgain() throws Exception {
        Proof started = cluster.start(zk(1));
        cluster.awaitReady(PATIENCE, Progress.silent());
        ProcessHandle.of(pid(started)).orElseThrow().destroyForcibly();

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

    private static long pid(Proof started) {
        return Long.parseLong(started.evidence().get(0).replaceAll("\\D", ""));
    }
}
