package quorumbook.labs.zookeeper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Folders;

/** The folder in which the learner installs the servers. It outlives the attempt: it may hold hours of somebody's work. */
record InstallFolder(Path folder) {
    InstallFolder(Plan plan) {
        this(Path.of(plan.folder()));
    }

    /** Makes it, empty. What lies there already is put aside. */
    void prepare() {
        try {
            Files.createDirectories(folder);
            if (holdsSomething()) {
                Path aside = folder.resolveSibling(folder.getFileName() + "-before");
                Folders.delete(aside);
                Files.move(folder, aside);
            }
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new ClusterException(
                    "Cannot make the folder " + folder + " (" + e.getMessage()
                            + "). Free some space there, or take away what is in its place.",
                    e);
        }
    }

    private boolean holdsSomething() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isPresent();
        }
    }

    /** Takes it away with all that is in it. What was put aside stays: it was somebody else's. */
    void clear() throws IOException {
        Folders.deleteWithEmptyParent(folder);
    }
}
