package quorumbook.labs.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.Capability;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.HandInstalled;
import quorumbook.labs.cluster.HandInstalled.Doors;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.PortClaim;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.cluster.Run;
import quorumbook.labs.observe.FourLetterWords;

/** Servers that somebody else installs: started from their files, and nothing of theirs is touched. */
class HandInstalledIT {
    private static final NodeId ZK1 = NodeId.zk(1);

    @TempDir
    private Path temp;

    private Run run;
    private HandInstalled shape;
    private Cluster cluster;

    @BeforeEach
    void launch() throws IOException {
        run = Run.begin(temp.resolve("state"));
        Path folder = Files.createDirectories(temp.resolve("theirs"));
        Ports ports = new Ports(new Random());
        List<Ports.Reserved> free = List.of(ports.reserve(), ports.reserve(), ports.reserve());
        free.forEach(Ports.Reserved::giveUp);
        Doors doors = new Doors(
                free.get(0).number(), free.get(1).number(), free.get(2).number());
        shape = new HandInstalled(folder, List.of(doors));
        cluster = new ProcessBackend().launch(shape, run, Progress.silent());
    }

    @AfterEach
    void end() {
        cluster.close();
        run.close();
    }

    @Test
    void startsFromTheirFileAndWritesOnlyWhereItSays() throws Exception {
        install();
        String before = Files.readString(shape.configuration(ZK1));

        cluster.start(ZK1);

        assertThat(Eventually.holds(
                        Duration.ofSeconds(30),
                        () -> FourLetterWords.ask(
                                        "srvr", java.util.Map.of(ZK1, cluster.client(ZK1)), Duration.ofSeconds(1))
                                .getOrDefault(ZK1, "")
                                .contains("Mode: standalone")))
                .isTrue();
        assertThat(cluster.configuration(ZK1)).isEqualTo(before);
        cluster.kill(ZK1);
        try (Stream<Path> files = Files.list(shape.home(ZK1))) {
            assertThat(files).hasSize(2);
        }
        assertThat(cluster.dataFile(ZK1, "myid")).isPresent();
        assertThat(shape.home(ZK1).resolve("data/version-2")).isDirectory();

        cluster.wipe(ZK1);

        assertThat(shape.home(ZK1).resolve("data/version-2")).doesNotExist();
        assertThat(cluster.dataFile(ZK1, "myid")).isPresent();
        assertThat(shape.configuration(ZK1)).hasContent(before);
    }

    @Test
    void saysWhichFileIsMissing() {
        assertThatThrownBy(() -> cluster.start(ZK1))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining(shape.configuration(ZK1).toString());
        assertThat(cluster.condition(ZK1)).isEqualTo(Condition.STOPPED);
    }

    @Test
    void doesNotEmptyWhatALinkLeadsTo() throws IOException {
        Path elsewhere = Files.createDirectories(temp.resolve("elsewhere/version-2"));
        Files.writeString(elsewhere.resolve("log.1"), "precious");
        Files.createDirectories(shape.home(ZK1));
        Files.createSymbolicLink(shape.home(ZK1).resolve("data"), elsewhere.getParent());

        assertThatThrownBy(() -> cluster.wipe(ZK1)).hasMessageContaining("link");

        assertThat(elsewhere.resolve("log.1")).hasContent("precious");
    }

    @Test
    void keepsItsPortsFromOthersUntilTheLastClusterIsClosed() {
        assumeTrue(System.getProperty("os.name").startsWith("Linux"), "only Linux has 127.0.0.2 from the start");
        int port = shape.doors(ZK1).client();
        Cluster another = new ProcessBackend().launch(shape, run, Progress.silent());
        cluster.close();
        assertThat(PortClaim.on(port)).isEmpty();

        another.close();

        PortClaim.on(port).orElseThrow().close();
    }

    @Test
    void hasNoLinksOfOursToCut() {
        assertThat(cluster.capabilities())
                .doesNotContain(Capability.ISOLATE_ZOOKEEPER, Capability.CUT_ZOOKEEPER_LINK)
                .contains(Capability.KILL);
        assertThatThrownBy(() -> cluster.isolate(ZK1)).hasMessageContaining("you wrote");
    }

    private void install() throws IOException {
        Path data = Files.createDirectories(shape.home(ZK1).resolve("data"));
        Files.writeString(data.resolve("myid"), "1");
        Files.writeString(
                shape.configuration(ZK1),
                "tickTime=500\ndataDir=" + data + "\nclientPort="
                        + shape.doors(ZK1).client() + "\n");
    }
}
