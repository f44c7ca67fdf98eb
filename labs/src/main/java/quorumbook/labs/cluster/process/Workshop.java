package quorumbook.labs.cluster.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.Folders;
import quorumbook.labs.cluster.Run;
import quorumbook.labs.cluster.config.ConfigWriter;
import quorumbook.labs.cluster.config.KRaftIdentity;

/** What all clusters of one state folder are made with. */
final class Workshop {
    /** In a run's folder, what is ours. */
    static final String FOLDER = "processes";

    private final GuardedClassPath classPath;
    private final Archives archives;
    private final Checkpoints checkpoints;

    private Workshop(GuardedClassPath classPath, Archives archives, Checkpoints checkpoints) {
        this.classPath = classPath;
        this.archives = archives;
        this.checkpoints = checkpoints;
    }

    static Workshop at(Path state) {
        try {
            GuardedClassPath classPath = GuardedClassPath.of(state, ServerJars.ofThisInstallation());
            return new Workshop(classPath, new Archives(state, classPath), new Checkpoints(state, classPath));
        } catch (IOException e) {
            throw unwritable(state, e);
        }
    }

    Archives archives() {
        return archives;
    }

    GuardedClassPath classPath() {
        return classPath;
    }

    TunedCommands commands(Run run) {
        return TunedCommands.usual(run.id(), classPath, archives);
    }

    /** The ground of a new cluster; if it cannot be laid, nothing of it is left. */
    ClusterGround prepare(ClusterSpec spec, Run run, Commands commands) {
        Path clusters = run.folder().resolve(FOLDER);
        try {
            Files.createDirectories(clusters);
            Path folder = Files.createTempDirectory(clusters, "cluster-");
            KRaftIdentity identity = ConfigWriter.needsCheckpoint(spec) && !commands.formats()
                    ? KRaftIdentity.fresh(checkpoints.bytes(folder.resolve("format")))
                    : KRaftIdentity.none();
            PidFiles pids = new PidFiles(folder, run.id());
            ClusterGround ground =
                    ClusterGround.prepare(spec, folder, new ConfigWriter(spec, identity), commands, pids);
            return laid(ground);
        } catch (IOException e) {
            throw unwritable(clusters, e);
        }
    }

    private static ClusterGround laid(ClusterGround ground) throws IOException {
        try {
            ground.lay();
            return ground;
        } catch (IOException e) {
            ground.clear();
            throw e;
        }
    }

    /** Ends what a dead run has left running, and takes away what it has left lying; says what that was. */
    static List<String> sweep(Run run, String dead) throws IOException {
        Path ours = run.folder(dead).resolve(FOLDER);
        List<String> removed = new ArrayList<>();
        for (Path cluster : clusters(ours)) {
            for (long pid : new PidFiles(cluster, dead).killSurvivors()) {
                removed.add("ended server process " + pid + ", which a workbook that died had left");
            }
            Folders.delete(cluster);
            removed.add("removed the server data of a workbook that died (run " + dead + ")");
        }
        Folders.delete(ours);
        if (Folders.deleteIfEmpty(run.folder(dead))) {
            run.forget(dead);
        }
        return removed;
    }

    private static List<Path> clusters(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> clusters = Files.list(folder)) {
            return clusters.toList();
        }
    }

    private static ClusterException unwritable(Path folder, IOException e) {
        return new ClusterException(
                "Cannot write to " + folder + " (" + e.getMessage() + "). Free some space there or set "
                        + "QUORUMBOOK_STATE to a folder that you can write to.",
                e);
    }
}
