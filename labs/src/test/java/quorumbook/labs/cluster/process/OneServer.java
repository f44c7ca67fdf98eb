package quorumbook.labs.cluster.process;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.Ensemble;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.cluster.Proof;
import quorumbook.labs.cluster.Run;

/** A standalone server as a process, not started yet, for tests of what becomes of it. */
abstract class OneServer {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private Run run;
    Cluster cluster;

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

    /** As another program would, without a word to the cluster. */
    static void killBehindOurBack(Proof started) {
        long pid = Long.parseLong(started.evidence().get(0).replaceAll("\\D", ""));
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }
}
