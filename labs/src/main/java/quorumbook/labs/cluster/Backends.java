package quorumbook.labs.cluster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** The backends that are on the class path, and the choice among them. */
public final class Backends {
    private Backends() {}

    /** The backend that was chosen, and the sentence that the first screen shows. */
    public record Chosen(Backend backend, String why) {}

    /** Every backend, containers first. */
    public static List<Backend> all() {
        List<Backend> all = new ArrayList<>();
        ServiceLoader.load(Backend.class, Backends.class.getClassLoader()).forEach(all::add);
        all.sort(Comparator.comparing(Backend::name));
        return all;
    }

    /** The backend of that name, {@code "processes"} or {@code "containers"}, if there is one. */
    public static Optional<Backend> named(String name) {
        return all().stream().filter(backend -> backend.name().equals(name)).findFirst();
    }

    /**
     * Chooses. A backend asked for by name is the only one tried.
     *
     * @throws ClusterException if none can run here; the message says what was tried, why not, and the remedies
     */
    public static Chosen choose(RuntimeChoice choice) {
        List<Availability.Unavailable> refused = new ArrayList<>();
        for (Backend backend : all()) {
            if (choice != RuntimeChoice.AUTO && !choice.word().equals(backend.name())) {
                continue;
            }
            Availability availability = backend.availability();
            if (availability instanceof Availability.Unavailable no) {
                refused.add(no);
                continue;
            }
            String instead = refused.isEmpty() ? "" : " (" + refused.get(0).why() + ")";
            return new Chosen(backend, availability.why() + instead);
        }
        throw new ClusterException(refused.stream()
                .map(no -> no.why() + ". " + no.remedy())
                .collect(Collectors.joining(" ", "No servers can run here: ", "")));
    }
}
