package quorumbook.labs.cluster;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Assertions;
import quorumbook.labs.cluster.Availability.Unavailable;

/** Which runtimes the contract is proved on here: those that are required must be there, others are skipped aloud. */
final class Runtimes {
    /** System property or environment: {@code processes,containers}. One named here that is missing fails the build. */
    private static final String REQUIRED = "QUORUMBOOK_REQUIRE";

    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    private Runtimes() {}

    /** By name, whether usable or not, so that a missing one is seen in the report. */
    static List<String> names() {
        return ServiceLoader.load(Backend.class).stream()
                .map(provider -> provider.get().name())
                .sorted()
                .toList();
    }

    static Backend usable(String name) {
        Backend backend = ServiceLoader.load(Backend.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        if (backend.availability() instanceof Unavailable unavailable) {
            String words =
                    "runtime " + name + " cannot be used here: " + unavailable.why() + " " + unavailable.remedy();
            if (isRequired(name)) {
                Assertions.fail(REQUIRED + " names it, but " + words);
            }
            if (SAID.add(name)) {
                // Surefire counts an aborted class as no tests at all, and says nothing.
                System.err.println("SKIPPED: " + words);
            }
            abort(words);
        }
        return backend;
    }

    /** The state folder of all tests: what is made once (a checkpoint, an archive) serves the next build too. */
    static Path state() {
        return Path.of("target", "state").toAbsolutePath();
    }

    private static boolean isRequired(String name) {
        String required = System.getProperty(REQUIRED, System.getenv().getOrDefault(REQUIRED, ""));
        return List.of(required.split(",")).contains(name);
    }
}
