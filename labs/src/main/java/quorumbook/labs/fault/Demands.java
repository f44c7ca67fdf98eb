package quorumbook.labs.fault;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import quorumbook.labs.cluster.Capability;

/** What an exercise needs done to its servers, asked before it begins: a gentler fault in its place would teach something false. */
public final class Demands {
    private static final Map<Capability, String> WORDS = Map.of(
            Capability.KILL, "kill a server",
            Capability.PAUSE, "pause a server",
            Capability.ISOLATE_ZOOKEEPER, "isolate a ZooKeeper server",
            Capability.ISOLATE_KAFKA, "isolate a broker",
            Capability.CUT_ZOOKEEPER_LINK, "cut the link between two ZooKeeper servers",
            Capability.CUT_KAFKA_LINK, "cut the link between two brokers");

    private Demands() {}

    /**
     * Why the exercise cannot be done here, if it cannot: a sentence with what to do.
     *
     * @param runtime the backend's name, for the sentence
     */
    public static Optional<String> refusal(Set<Capability> needed, String runtime, Set<Capability> able) {
        Set<Capability> missing = new TreeSet<>(needed);
        missing.removeAll(able);
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        String other = runtime.equals("processes") ? "containers" : "processes";
        String acts = String.join(" and ", missing.stream().map(WORDS::get).toList());
        return Optional.of("This exercise has to " + acts + ", which the runtime '" + runtime
                + "' cannot do here. Try --runtime " + other + ".");
    }
}
