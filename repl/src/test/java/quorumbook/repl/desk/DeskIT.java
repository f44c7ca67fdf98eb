package quorumbook.repl.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.RuntimeChoice;
import quorumbook.lessons.LessonId;
import quorumbook.repl.page.CapturingScreen;

/** Desks come and go while the cluster stays, as in grading. */
class DeskIT {
    private static final Path HOME = Path.of(System.getProperty("quorumbook.home"));
    private static final NodeId SERVER = NodeId.zk(1);

    @TempDir
    Path folder;

    @Test
    void aDeskThatIsClosedHearsNoMoreOfTheClusterThatItLeft() throws Exception {
        try (Program program = Program.begin(new Places(HOME, folder, folder), RuntimeChoice.PROCESSES)) {
            CapturingScreen left = sit(program);
            Clusters.Live live = program.clusters().live().orElseThrow();
            CountDownLatch seen = new CountDownLatch(1);
            live.watch().subscribe(now -> {
                if (now.servers().stream().anyMatch(server -> server.condition() != Condition.RUNNING)) {
                    seen.countDown();
                }
            });

            live.cluster().kill(SERVER);

            assertThat(seen.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(left.happenings()).isEmpty();
        }
    }

    private static CapturingScreen sit(Program program) throws InterruptedException {
        CapturingScreen screen = new CapturingScreen();
        try (Desk desk = new Desk(
                Book.in(HOME), screen, Optional.empty(), () -> 1, program::clusters, Languages.of(program, screen))) {
            desk.open(LessonId.of("zookeeper/tree"));
            desk.attempt();
        }
        return screen;
    }
}
