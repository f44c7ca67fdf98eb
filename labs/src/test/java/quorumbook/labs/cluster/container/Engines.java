package quorumbook.labs.cluster.container;

import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.Assumptions;
import quorumbook.labs.cluster.Availability;
import quorumbook.labs.cluster.Availability.Unavailable;

/** Tests on containers are skipped where there are none, unless {@code QUORUMBOOK_REQUIRE} names them. */
final class Engines {
    private Engines() {}

    static ContainerBackend required() {
        ContainerBackend backend = new ContainerBackend();
        Availability availability = backend.availability();
        if (availability instanceof Unavailable missing) {
            String words = missing.why() + ". " + missing.remedy();
            if (System.getenv().getOrDefault("QUORUMBOOK_REQUIRE", "").contains(ContainerBackend.NAME)) {
                fail(words);
            }
            Assumptions.abort(words);
        }
        return backend;
    }
}
