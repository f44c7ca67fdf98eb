package quorumbook.labs.history;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quorumbook.labs.cluster.Proof;

/** One thing that happened, or that was seen, at one moment of our clock. */
public sealed interface Event {
    Instant at();

    /** A ZooKeeper session of the learner's was opened (by {@code zk …} or by Java), known by its id. */
    record SessionOpened(Instant at, long session) implements Event {}

    /**
     * The learner sealed an answer.
     *
     * @param situation what the lab remembered of the cluster at that moment
     */
    record Predicted(Instant at, String question, String answer, Map<String, String> situation) implements Event {
        public Predicted {
            situation = Collections.unmodifiableMap(new LinkedHashMap<>(situation));
        }
    }

    /** A verb took effect on a node. */
    record Done(Instant at, Proof proof) implements Event {}

    /** Something that the lab set up or found, by name. */
    record Noted(Instant at, String name, String value) implements Event {}

    /** Everything below a znode (itself included), as a client of ours saw it; empty if it is not there. */
    record TreeSeen(Instant at, String root, List<Znode> znodes) implements Event {
        public TreeSeen {
            znodes = List.copyOf(znodes);
        }
    }
}
