package quorumbook.labs.cluster.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.Ensemble;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.cluster.Run;

/**
 * A workbook for tests to end in every way there is: starts three ZooKeeper servers, pauses zk3, prints one line with its run
 * and the servers' pids, then waits until standard input ends.
 */
public final class Workbook {
    private Workbook() {}

    /** @param arguments the state folder */
    public static void main(String[] arguments) throws IOException {
        ProcessBackend backend = new ProcessBackend();
        try (Run run = Run.begin(Path.of(arguments[0]));
                Cluster cluster = backend.launch(Ensemble.of(3), run, Progress.silent())) {
            cluster.awaitReady(Duration.ofSeconds(60), Progress.silent());
            cluster.pause(NodeId.zk(3));
            String pids = ProcessHandle.current()
                    .children()
                    .map(child -> String.valueOf(child.pid()))
                    .sorted()
                    .collect(Collectors.joining(","));
            System.out.println("ready " + run.id() + " " + pids);
            while (System.in.read() >= 0) {
                // until the test lets go
            }
        }
    }
}
