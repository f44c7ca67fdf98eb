package quorumbook.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
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

    /** What stands for the tests where there is none: it fails where there has to be one, and is skipped elsewhere. */
    static DynamicTest cannotRun(String missing) {
        return dynamicTest("cannot run here", () -> {
            assertThat(isRequired())
                    .as("containers are required, but: %s", missing)
                    .isFalse();
            Assumptions.abort("SKIPPED, the sandbox: " + missing);
        });
    }

    private static boolean isRequired() {
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
