package quorumbook.labs.cluster.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.Ensemble;
import quorumbook.labs.cluster.KRaft;
import quorumbook.labs.cluster.KafkaOnZooKeeper;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.cluster.Run;
import quorumbook.labs.cluster.Software;

/**
 * Runs a small cluster once, at the lowest priority, so that one of its servers writes down the classes that it needed. Never
 * two at a time on a machine, and never for a line-up that has its archive.
 */
final class ArchiveTraining {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final ProcessBackend backend;
    private final Workshop workshop;
    private final Run run;

    ArchiveTraining(ProcessBackend backend, Workshop workshop, Run run) {
        this.backend = backend;
        this.workshop = workshop;
        this.run = run;
    }

    void trainWhatIsMissing(List<Software> wanted) throws IOException {
        Path folder = workshop.archives().folder();
        Files.createDirectories(folder);
        try (FileChannel file =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = file.tryLock()) {
            if (lock == null) {
                return;
            }
            for (Software software : wanted) {
                if (workshop.archives().of(software).isEmpty()) {
                    train(software);
                }
            }
        } catch (OverlappingFileLockException e) {
            // This JVM is at it already.
        }
    }

    private void train(Software software) throws IOException {
        Path draft = workshop.archives().draft(software, run.id());
        NodeId node = software == Software.ZOOKEEPER ? NodeId.zk(2) : NodeId.kafka(1);
        Commands commands = workshop.commands(run).training(node, draft);
        try (ProcessCluster cluster = backend.launch(shape(software), run, commands, Progress.silent())) {
            cluster.awaitReady(PATIENCE, Progress.silent());
            if (software == Software.ZOOKEEPER) {
                // Once a follower, once the leader: it is to know both.
                cluster.kill(NodeId.zk(3));
                cluster.awaitReady(PATIENCE, Progress.silent());
            }
            cluster.stop(node);
            if (Files.exists(draft)) {
                workshop.archives().adopt(software, draft);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static ClusterSpec shape(Software software) {
        return switch (software) {
            case ZOOKEEPER -> Ensemble.of(3);
            case KAFKA -> KRaft.combined(1);
            case KAFKA_ON_ZOOKEEPER -> new KafkaOnZooKeeper(1, Ensemble.standalone());
        };
    }
}
