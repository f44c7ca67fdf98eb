package quorumbook.labs.cell;

import java.util.Optional;
import java.util.ServiceLoader;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Run;

/**
 * Provides cells: a program in one reads nothing of this machine, reaches no network, and cannot take more than its share.
 * All that it sees of the world comes and goes by its three streams.
 */
public interface Cells {
    /** Why there can be none here and what to do about it, a sentence or two; empty if there can. */
    Optional<String> missing();

    /** The release of Java that runs in them; the first question may take a second. */
    int java(Run run);

    /**
     * Starts a JVM and returns at once. Whatever goes wrong on the way ends it, with the reason on its standard error. It
     * ends with this program, however that ends.
     */
    Cell open(Furniture furniture, Run run);

    /**
     * Those that this installation has.
     *
     * @throws ClusterException if it has none, or they cannot be had here
     */
    static Cells need() {
        Cells cells = ServiceLoader.load(Cells.class)
                .findFirst()
                .orElseThrow(
                        () -> new ClusterException("This installation has nothing to hold strangers' programs in."));
        cells.missing().ifPresent(why -> {
            throw new ClusterException(why);
        });
        return cells;
    }
}
