package quorumbook.labs.cluster.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.DataSum;
import quorumbook.labs.cluster.Folders;
import quorumbook.labs.cluster.Kept;
import quorumbook.labs.cluster.NodeId;

/** The copies of data folders that a cluster keeps, in its own folder. */
final class Copies {
    private final Path folder;
    private final AtomicInteger made = new AtomicInteger();

    Copies(Path folder) {
        this.folder = folder;
    }

    /** Where the next copy shall lie. */
    Path next(NodeId node) {
        return folder.resolve(node + "-" + made.incrementAndGet());
    }

    /** Copies what the server has written. */
    static List<String> keep(Disk disk, Path copy) throws IOException {
        int part = 0;
        for (Path written : disk.written()) {
            Path place = copy.resolve(String.valueOf(part++));
            Files.createDirectories(place);
            if (Files.exists(written)) {
                Folders.copy(written, place);
            }
        }
        return List.of("its data folder holds " + DataSum.of(copy));
    }

    /** Puts back what was copied, in place of what the server has written since. */
    List<String> setBack(Disk disk, Kept kept) throws IOException {
        Path copy = kept.copy();
        if (!copy.startsWith(folder) || !Files.exists(copy)) {
            throw new ClusterException("What was kept of " + kept.node() + " is not with this cluster any more.");
        }
        DataSum before = sum(disk);
        disk.wipe();
        int part = 0;
        for (Path written : disk.written()) {
            Folders.copy(copy.resolve(String.valueOf(part++)), written);
        }
        return DataSum.setBack(kept.node(), before, DataSum.of(copy), sum(disk));
    }

    /** As if it were a copy of ours. */
    private static DataSum sum(Disk disk) throws IOException {
        DataSum sum = DataSum.ofNothing();
        int part = 0;
        for (Path written : disk.written()) {
            sum = sum.and(String.valueOf(part++), DataSum.of(written));
        }
        return sum;
    }
}
