package quorumbook.answers;

import java.util.Optional;
import java.util.stream.Stream;
import quorumbook.labs.cell.Cells;
import quorumbook.labs.cluster.Backend;
import quorumbook.labs.cluster.Backends;
import quorumbook.labs.cluster.ClusterException;

/** Whether submissions can be run in a sandbox on this machine, and what their servers run in then. */
final class Sandboxes {
    private Sandboxes() {}

    /** Why there is none here, if there is none. */
    static Optional<String> missing() {
        try {
            Cells.need();
            return Optional.empty();
        } catch (ClusterException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Whether its absence fails instead of skipping. */
    static boolean isRequired() {
        return ProofHall.isRequired(Backends.named("containers").orElseThrow());
    }

    /** Processes where there can be some: they are the nearer prey, and the quicker. */
    static Backend servers() {
        return Stream.of(
                        Optional.ofNullable(System.getProperty("sandbox.servers"))
                                .orElse("processes"),
                        "containers")
                .flatMap(name -> Backends.named(name).stream())
                .filter(each -> ProofHall.missing(each).isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
