package quorumbook.labs.history;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.Proof;
import quorumbook.labs.observe.Observation;
import quorumbook.labs.observe.Zxid;

/** One thing that happened, or that was seen, at one moment of our clock. */
public sealed interface Event {
    Instant at();

    /** A ZooKeeper session of the learner's was opened (by {@code zk …} or by Java), known by its id. */
    record SessionOpened(Instant at, long session) implements Event {}

    /**
     * A ZooKeeper session came to its end.
     *
     * @param expired whether the ensemble ended it, having heard nothing of its client for too long; else its client did
     */
    record SessionEnded(Instant at, long session, Zxid zxid, boolean expired) implements Event {}

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

    /**
     * Something that the lab set up or found, by name.
     *
     * @param inVain the wait that ended without what the learner's program was to do, if that is why it is noted
     */
    record Noted(Instant at, String name, String value, Optional<Waited> inVain) implements Event {
        public Noted(Instant at, String name, String value) {
            this(at, name, value, Optional.empty());
        }
    }

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

    /**
     * A client asked the cluster for something; what became of it is the {@link Ended} of the same number.
     *
     * @param operation a number that no other operation of the history has
     */
    record Invoked(Instant at, long operation, String client, Request request) implements Event {}

    /** An operation came to its end, or its client gave it up; one without such an event may still take effect. */
    record Ended(Instant at, long operation, Outcome outcome) implements Event {}

    /** The whole cluster at one moment. */
    record Observed(Instant at, Observation observation) implements Event {}

    /**
     * A fault began, and left proof.
     *
     * @param fault in words, the same for its {@link Healed}: {@code "zk3 paused"}
     */
    record Inflicted(Instant at, String fault, List<Proof> proofs) implements Event {
        public Inflicted {
            proofs = List.copyOf(proofs);
        }
    }

    /** A fault ended; no proofs if there was nothing left to heal. */
    record Healed(Instant at, String fault, List<Proof> proofs) implements Event {
        public Healed {
            proofs = List.copyOf(proofs);
        }
    }

    /** A fault was to be inflicted or healed and nothing proves that it was: what follows is evidence of nothing. */
    record Unproved(Instant at, String fault, String why) implements Event {}

    /**
     * A ZooKeeper server voted, as it said itself.
     *
     * @param round its logical clock
     * @param leader the sid of the leader that it proposes
     * @param zxid the last zxid of the proposed leader
     * @param epoch the epoch of the proposed leader
     */
    record Voted(Instant at, NodeId server, long round, int leader, Zxid zxid, long epoch) implements Event {}

    /**
     * A server said that it leads, and in which epoch.
     *
     * @param office what it leads: {@code "ensemble"}, {@code "controller"}, {@code "orders-0"}
     */
    record Led(Instant at, String office, NodeId server, long epoch) implements Event {}

    /**
     * A client began to wait for something of which it will be the only holder.
     *
     * @param place the number that the cluster drew for it: who has the smaller one came first
     */
    record Queued(Instant at, String client, String resource, long place) implements Event {}

    /** A client says that it holds the resource now. */
    record Acquired(Instant at, String client, String resource) implements Event {}

    /** The resource was touched by that client: the resource says so, not the client. */
    record Used(Instant at, String client, String resource) implements Event {}

    /** A client says that it is about to give the resource back. */
    record Released(Instant at, String client, String resource) implements Event {}

    /** A client can hold nothing any more: its process is gone, or its session. */
    record Gone(Instant at, String client, String why) implements Event {}

    /**
     * An offset that is never to go back: a high watermark, a committed offset, what a consumer was given.
     *
     * @param whose {@code "consumer 2"}, {@code "group billing"}, {@code "kafka1's high watermark"}
     * @param partition {@code "orders-0"}
     */
    record OffsetSeen(Instant at, String whose, String partition, long offset) implements Event {}

    /** A partition with its replicas. Whoever looks asks for the ISR first and for the log ends then: logs only grow. */
    record PartitionSeen(
            Instant at, String topic, int partition, OptionalInt leader, int leaderEpoch, List<Replica> replicas)
            implements Event {
        public PartitionSeen {
            replicas = List.copyOf(replicas);
        }
    }

    /** One copy of a partition; what could not be found out is empty. */
    record Replica(int broker, boolean inSync, OptionalLong logEnd, OptionalLong highWatermark) {}

    /** A line of a kept history that we do not understand, so that nobody takes the history for the whole of it. */
    record Unread(Instant at, String kind, String line) implements Event {}
}
