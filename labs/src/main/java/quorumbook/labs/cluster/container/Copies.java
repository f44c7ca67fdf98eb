package quorumbook.labs.cluster.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.DataSum;
import quorumbook.labs.cluster.Folders;
import quorumbook.labs.cluster.Kept;
import quorumbook.labs.cluster.NodeId;

/** The copies of data folders that a cluster keeps: archives in a folder of the run, where a sweep finds them. */
final class Copies {
    private final Path folder;
    private final AtomicInteger made = new AtomicInteger();

    Copies(Path folder) {
        this.folder = folder;
    }

    /** Where the next copy shall lie. */
    Path next(NodeId node) {
        return folder.resolve(node + "-" + made.incrementAndGet() + ".tar");
    }

    static List<String> keep(ContainerNode node, Path archive) {
        try {
            Files.createDirectories(archive.getParent());
            node.keep(archive);
            return List.of("its data folder holds " + sum(archive));
        } catch (IOException e) {
            throw unwritable(node.id(), e);
        }
    }

    /** Puts back what was copied; what was there meanwhile is read first, as evidence. */
    List<String> setBack(ContainerNode node, Kept kept) {
        if (!kept.copy().startsWith(folder) || !Files.exists(kept.copy())) {
            throw new ClusterException("What was kept of " + kept.node() + " is not with this cluster any more.");
        }
        try {
            DataSum before = sumOf(node);
            node.putBack(kept.copy());
            return DataSum.setBack(node.id(), before, sum(kept.copy()), sumOf(node));
        } catch (IOException e) {
            throw unwritable(node.id(), e);
        }
    }

    private DataSum sumOf(ContainerNode node) throws IOException {
        Path look = next(node.id());
        try {
            node.keep(look);
            return sum(look);
        } finally {
            Files.deleteIfExists(look);
        }
    }

    private static DataSum sum(Path archive) throws IOException {
        try (InputStream content = Files.newInputStream(archive)) {
            return Tar.sum(content);
        }
    }

    void remove() {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClusterException unwritable(NodeId node, IOException e) {
        return new ClusterException(
                "The data folder of " + node + " was not copied (" + e.getMessage() + "). Is the disk full?", e);
    }
}
