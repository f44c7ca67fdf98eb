package quorumbook.labs.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.cluster.Run;
import quorumbook.labs.cluster.process.ProcessBackend;

/** One ready cluster of real servers for a test class, gone with it. */
final class Servers implements AutoCloseable {
    private final Run run;
    private final Cluster cluster;

    private Servers(Run run, Cluster cluster) {
        this.run = run;
        this.cluster = cluster;
    }

    static Servers of(ClusterSpec spec) throws IOException {
        Path state = Files.createDirectories(Path.of("target", "it-state").toAbsolutePath());
        Run run = Run.begin(state);
        Cluster cluster =
                new ProcessBackend().bringUp(spec, run, Duration.ofSeconds(90), Progress.silent(), launched -> {});
        return new Servers(run, cluster);
    }

    Cluster cluster() {
        return cluster;
    }

    @Override
    public void close() {
        cluster.close();
        run.close();
    }
}
