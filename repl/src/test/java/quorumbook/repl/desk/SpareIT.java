package quorumbook.repl.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorumbook.labs.Attempt;
import quorumbook.labs.Lab;
import quorumbook.labs.LabId;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.catalogue.Catalogue;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.cluster.RuntimeChoice;

/** A second cluster for a learner whose servers are spoilt: it is there when it is needed, and never stays behind. */
class SpareIT {
    private static final Path HOME = Path.of(System.getProperty("quorumbook.home"));
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final NodeId SERVER = NodeId.zk(1);

    @TempDir
    Path folder;

    private final Lab lab = Catalogue.of(LabId.of("zookeeper/tree"));
    private Program program;
    private Clusters clusters;

    @BeforeEach
    void begin() {
        program = Program.begin(new Places(HOME, folder, folder), RuntimeChoice.PROCESSES);
        clusters = program.clusters();
    }

    @AfterEach
    void end() {
        program.close();
    }

    @Test
    void theNextAttemptIsOnTheSpareOnceServersAreSpoilt() throws Exception {
        Cluster spoilt = spoil();

        clusters.spareIfScarred();
        assertThat(Eventually.holds(PATIENCE, clusters::hasSpare)).isTrue();
        Attempt next = clusters.begin(lab, 2, Progress.silent());

        assertThat(next.cluster()).isNotSameAs(spoilt);
        assertThat(next.cluster().condition(SERVER)).isEqualTo(Condition.RUNNING);
        assertThat(next.bench().zooKeeper().exists(next.given().value("root"), false))
                .isNotNull();
        assertThat(clusters.hasSpare()).isFalse();
        // Nobody waits for the end of the old one, and yet it ends.
        assertThat(Eventually.holds(PATIENCE, () -> clusterFolders() == 1)).isTrue();
    }

    @Test
    void unharmedServersNeedNoSpare() throws Exception {
        clusters.begin(lab, 1, Progress.silent());

        clusters.spareIfScarred();

        assertThat(clusterFolders()).isEqualTo(1);
    }

    @Test
    void aSpareThatDiedIsNotUsed() throws Exception {
        spoil();
        clusters.spareIfScarred();
        assertThat(Eventually.holds(PATIENCE, clusters::hasSpare)).isTrue();
        for (ProcessHandle server : servers()) {
            server.destroyForcibly();
            server.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }

        Attempt next = clusters.begin(lab, 2, Progress.silent());

        assertThat(next.cluster().condition(SERVER)).isEqualTo(Condition.RUNNING);
        assertThat(clusterFolders()).isEqualTo(1);
    }

    @Test
    void aSpareThatIsOnlyBeingStartedGoesWithTheProgram() throws Exception {
        spoil();
        clusters.spareIfScarred();

        program.close();

        assertThat(program.run().folder()).doesNotExist();
        assertThat(servers()).isEmpty();
    }

    private static List<ProcessHandle> servers() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("-Dquorumbook.node="))
                .toList();
    }

    private Cluster spoil() throws Exception {
        Attempt attempt = clusters.begin(lab, 1, Progress.silent());
        attempt.done(attempt.cluster().kill(SERVER));
        return attempt.cluster();
    }

    private long clusterFolders() throws Exception {
        try (Stream<Path> all = Files.walk(program.run().folder())) {
            return all.filter(each -> each.getFileName().toString().equals(SERVER.toString()))
                    .count();
        }
    }
}
