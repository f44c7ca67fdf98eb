package quorumbook.labs.history;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /**
     * A znode was created or deleted while a watch of ours lay on it.
     *
     * @param zxid the transaction that did it: what one transaction did has one zxid
     */
    record ZnodeChanged(Instant at, String path, long zxid, Change change) implements Event {}

    /** What became of a znode. */
    enum Change {
        CREATED,
        DELETED
    }

    /** The ids of the sessions that a ZooKeeper server keeps alive, ours among them. */
    record SessionsSeen(Instant at, Set<Long> alive) implements Event {
        public SessionsSeen {
            alive = Set.copyOf(alive);
        }
    }

    /** A topic as the brokers describe it; no partitions and an empty id if there is none of that name. */
    record TopicSeen(Instant at, String topic, String id, List<Partition> partitions) implements Event {
        public TopicSeen {
            partitions = List.copyOf(partitions);
        }
    }

    /** One partition of a topic, with how many replicas it has. */
    record Partition(int number, int replicas) {}

    /** All that was in a topic's partitions, each partition in the order of its offsets. */
    record LogSeen(Instant at, String topic, List<LogEntry> entries) implements Event {
        public LogSeen {
            entries = List.copyOf(entries);
        }

        public List<LogEntry> of(String key) {
            return entries.stream()
                    .filter(entry -> entry.key().equals(Optional.of(key)))
                    .toList();
        }
    }

    /** One entry of a partition's log, its bytes read as UTF-8. */
    record LogEntry(int partition, long offset, Optional<String> key, String value) {}
}
