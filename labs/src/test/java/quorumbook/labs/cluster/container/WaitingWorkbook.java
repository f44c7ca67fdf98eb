package quorumbook.labs.cluster.container;

import java.io.IOException;
import java.nio.file.Path;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.Ensemble;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.cluster.Run;

/** A program that starts a server in a container, tells its run's id, and waits to be killed. */
final class WaitingWorkbook {
    private WaitingWorkbook() {}

    public static void main(String[] arguments) throws IOException {
        try (Run run = Run.begin(Path.of(arguments[0]));
                Cluster cluster = new ContainerBackend().launch(Ensemble.standalone(), run, Progress.silent())) {
            System.out.println(run.id() + " runs " + cluster.spec().describe());
            System.in.read();
        }
    }
}
