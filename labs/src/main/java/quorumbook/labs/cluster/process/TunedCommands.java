package quorumbook.labs.cluster.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.NodeSpec;
import quorumbook.labs.cluster.Software;
import quorumbook.labs.cluster.config.JvmFlags;
import quorumbook.labs.cluster.config.NodeFiles;
import quorumbook.labs.cluster.process.guard.Guard;

/** The command line of each server: the same for all of a kind, but for the one that may be in training. */
final class TunedCommands implements Commands {
    private final String run;
    private final GuardedClassPath classPath;
    private final Archives archives;
    private final Optional<Training> training;

    /** A server that writes its class-data archive when it ends, as everything in its cluster waits for its turn. */
    record Training(NodeId node, Path draft) {}

    private TunedCommands(String run, GuardedClassPath classPath, Archives archives, Optional<Training> training) {
        this.run = run;
        this.classPath = classPath;
        this.archives = archives;
        this.training = training;
    }

    static TunedCommands usual(String run, GuardedClassPath classPath, Archives archives) {
        return new TunedCommands(run, classPath, archives, Optional.empty());
    }

    TunedCommands training(NodeId node, Path draft) {
        return new TunedCommands(run, classPath, archives, Optional.of(new Training(node, draft)));
    }

    @Override
    public List<String> start(NodeSpec node, NodeFiles files) {
        Software software = node.software();
        List<String> java = new ArrayList<>();
        java.add(Child.java());
        java.add(PidFiles.mark(run));
        java.add("-Dquorumbook.node=" + node.id());
        java.addAll(JvmFlags.tuned(software));
        java.addAll(archive(node));
        java.addAll(JvmFlags.properties(software, "./" + files.logName()));
        java.add("-cp");
        java.add(classPath.text(software));
        java.add(Guard.class.getName());
        java.add(JvmFlags.mainClass(software));
        java.add("./" + files.name());
        Detachment detachment = Detachment.here();
        return training.isPresent() ? detachment.politeCommand(java) : detachment.command(java);
    }

    private List<String> archive(NodeSpec node) {
        if (training.isPresent() && training.get().node().equals(node.id())) {
            return JvmFlags.writingArchive(training.get().draft().toString());
        }
        return archives.of(node.software())
                .map(file -> JvmFlags.usingArchive(file.toString()))
                .orElse(List.of());
    }
}
