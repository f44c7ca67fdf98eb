package quorumbook.repl.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quorumbook.labs.cluster.NodeId.zk;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.ZooKeeper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorumbook.labs.Attempt;
import quorumbook.labs.Report;
import quorumbook.labs.Verdict;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.Ensemble;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.cluster.Run;
import quorumbook.labs.cluster.process.ProcessBackend;
import quorumbook.labs.zookeeper.Tree;
import quorumbook.lessons.LessonId;
import quorumbook.repl.page.CapturingScreen;

/** The disk is full: a sentence says so, nothing of the progress is lost, and once there is space again all goes on. */
class FullDiskIT {
    private static final LessonId TREE = LessonId.of("zookeeper/tree");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** More than fit into what is free of the journal's last block. */
    private static final int MANY = 500;

    private TinyDisk disk;

    @BeforeEach
    void mount(@TempDir Path folder) throws Exception {
        disk = TinyDisk.required(folder, "64m");
    }

    @AfterEach
    void unmount() throws Exception {
        disk.close();
    }

    @Test
    void progressIsRememberedAndWrittenOnceThereIsSpace() throws Exception {
        Journal journal = Journal.at(disk.folder().resolve("progress.journal"));
        CapturingScreen screen = new CapturingScreen();
        Diary diary = Diary.of(Optional.of(journal), screen);
        diary.write("checked", TREE, "pass");
        List<String> written = new ArrayList<>(List.of("pass"));
        disk.fill();
        for (int step = 1; step <= MANY; step++) {
            diary.write("step", TREE, "" + step);
            written.add("" + step);
        }

        assertThat(screen.text()).containsOnlyOnce("Your progress cannot be written (No space left on device)");
        List<String> whole = words(journal);
        assertThat(whole).isNotEmpty().hasSizeLessThan(MANY).isEqualTo(written.subList(0, whole.size()));
        assertThat(Standing.of(journal.read())
                        .lesson(TREE.toString())
                        .orElseThrow()
                        .mark())
                .isEqualTo(Standing.Mark.PASSED);

        disk.free();
        diary.write("step", TREE, "last");
        written.add("last");
        assertThat(words(journal)).isEqualTo(written);
        assertThat(screen.text()).contains("Your progress is written again");
    }

    private static List<String> words(Journal journal) throws Exception {
        return journal.read().stream().map(Journal.Entry::words).toList();
    }

    @Test
    void noServerIsStartedWhereNothingCanBeWritten() throws Exception {
        disk.fill();
        try (Run run = Run.begin(disk.folder())) {
            assertThatThrownBy(() -> new ProcessBackend()
                            .bringUp(Ensemble.standalone(), run, PATIENCE, Progress.silent(), launched -> {}))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("Free some space");
            assertThat(ProcessHandle.current().children().filter(FullDiskIT::isServer))
                    .isEmpty();
        }
    }

    @Test
    void aServerThatCannotWriteIsOursToExplainAndComesBackWithItsData() throws Exception {
        try (Run run = Run.begin(disk.folder());
                Cluster cluster = new ProcessBackend()
                        .bringUp(Ensemble.standalone(), run, PATIENCE, Progress.silent(), launched -> {});
                Attempt attempt = Attempt.begin(new Tree(), cluster, 7)) {
            disk.fill();
            writeUntilTheServerDies(cluster);

            Report report = attempt.check();
            assertThat(report.judged())
                    .as("no verdict blames the learner")
                    .allSatisfy(judged -> assertThat(judged.verdict()).isInstanceOf(Verdict.Unknown.class));
            assertThat(report.judged().get(0).verdict().toString()).contains("/start zk1");
            assertThatThrownBy(() -> cluster.awaitReady(PATIENCE, Progress.silent()))
                    .isInstanceOf(ClusterException.class)
                    .hasMessageContaining("zk1 has died")
                    .hasMessageContaining("is full: free some space");

            disk.free();
            cluster.start(zk(1));
            cluster.awaitReady(PATIENCE, Progress.silent());
            assertThat(attempt.check().judged().get(0).verdict())
                    .as("the lab's own znode is still there")
                    .isInstanceOf(Verdict.Pass.class);
        }
    }

    private static boolean isServer(ProcessHandle child) {
        return child.info().commandLine().orElse("").contains("quorumbook.node=");
    }

    /** Its log has 64 KiB that were given to it before. */
    private static void writeUntilTheServerDies(Cluster cluster) throws Exception {
        ZooKeeper client = new ZooKeeper(cluster.connectString(), 6_000, event -> {});
        try {
            client.create("/much", new byte[0], ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
            for (int write = 0; write < MANY && cluster.condition(zk(1)) == Condition.RUNNING; write++) {
                client.setData("/much", new byte[4000], -1);
            }
        } catch (KeeperException expected) {
            // The server is gone, which the test waits for.
        } finally {
            client.close(1_000);
        }
        assertThat(Eventually.holds(PATIENCE, () -> cluster.condition(zk(1)) == Condition.DIED))
                .isTrue();
    }
}
