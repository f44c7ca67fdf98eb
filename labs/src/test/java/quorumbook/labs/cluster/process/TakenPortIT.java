package quorumbook.labs.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quorumbook.labs.cluster.NodeId.zk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorumbook.labs.cluster.Availability;
import quorumbook.labs.cluster.Backend;
import quorumbook.labs.cluster.Capability;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.Ensemble;
import quorumbook.labs.cluster.Finding;
import quorumbook.labs.cluster.PortTaken;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.cluster.Run;

/** Another program is quicker than our server, between the moment a port was found free and the moment it is bound. */
class TakenPortIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<ServerSocket> quicker = new ArrayList<>();
    private final List<String> phases = new ArrayList<>();
    private Run run;

    @BeforeEach
    void begin(@TempDir Path state) {
        run = Run.begin(state);
    }

    @AfterEach
    void end() throws IOException {
        for (ServerSocket socket : quicker) {
            socket.close();
        }
        run.close();
    }

    @Test
    void theClusterComesUpOnOtherPorts() throws IOException {
        Backend backend = new Overtaken(1);
        try (Cluster cluster = bringUp(backend)) {
            assertThat(cluster.condition(zk(1))).isEqualTo(Condition.RUNNING);
            assertThat(cluster.client(zk(1)).port()).isNotEqualTo(quicker.get(0).getLocalPort());
            assertThat(phases).contains("choosing other ports");
        }
    }

    @Test
    void afterThreeTimesItIsSaidWithTheServersOwnWords() {
        assertThatThrownBy(() -> bringUp(new Overtaken(3)))
                .isInstanceOf(PortTaken.class)
                .hasMessageContaining("took a port of zk1")
                .hasMessageContaining("/reset tries other ports");
        assertThat(quicker).hasSize(3);
    }

    @Test
    void aPortThatAProcessBeingForkedHasInheritedIsNotSaidToBeTaken() throws Exception {
        Thread forking = new Thread(TakenPortIT::forkUntilInterrupted, "forking");
        forking.start();
        try {
            for (int start = 0; start < 5; start++) {
                new ProcessBackend()
                        .launch(Ensemble.of(3), run, Progress.silent())
                        .close();
            }
        } finally {
            forking.interrupt();
            forking.join();
        }
    }

    private static void forkUntilInterrupted() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                new ProcessBuilder(Child.java(), "-version")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .destroyForcibly()
                        .waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Cluster bringUp(Backend backend) {
        return backend.bringUp(Ensemble.standalone(), run, PATIENCE, phases::add, launched -> {});
    }

    /** The process runtime, overtaken as often as said: a server's JVM takes longer to its bind than we do. */
    private final class Overtaken implements Backend {
        private final ProcessBackend real = new ProcessBackend();
        private final int times;

        Overtaken(int times) {
            this.times = times;
        }

        @Override
        public Cluster launch(ClusterSpec spec, Run run, Progress progress) {
            Cluster cluster = real.launch(spec, run, progress);
            if (quicker.size() < times) {
                quicker.add(bound(cluster.client(zk(1)).port()));
            }
            return cluster;
        }

        private static ServerSocket bound(int port) {
            try {
                return new ServerSocket(port, 1, InetAddress.getByName(Ports.HOST));
            } catch (IOException e) {
                throw new AssertionError("the server was quicker", e);
            }
        }

        @Override
        public String name() {
            return real.name();
        }

        @Override
        public Availability availability() {
            return real.availability();
        }

        @Override
        public Set<Capability> capabilities(ClusterSpec spec) {
            return real.capabilities(spec);
        }

        @Override
        public List<String> sweep(Run run) {
            return real.sweep(run);
        }

        @Override
        public List<Finding> examine() {
            return real.examine();
        }
    }
}
