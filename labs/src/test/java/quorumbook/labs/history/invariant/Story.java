package quorumbook.labs.history.invariant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.Proof;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Journal;
import quorumbook.labs.history.Outcome;
import quorumbook.labs.history.Position;
import quorumbook.labs.history.Request;
import quorumbook.labs.history.SteadyClock;
import quorumbook.labs.history.Znode;

/** Writes a history by hand. */
final class Story {
    static final String TOPIC = "orders";
    static final String CLIENT = "client 1";

    private final Journal journal = new Journal(new Given(1, Map.of()), SteadyClock.start());

    History told() {
        return journal.history();
    }

    Story ok(Request request) {
        return did(CLIENT, request, Outcome.ok());
    }

    Story ok(Request request, Position position) {
        return did(CLIENT, request, Outcome.ok(position));
    }

    Story failed(Request request) {
        return did(CLIENT, request, new Outcome.Failed("refused"));
    }

    Story unknown(Request request) {
        return did(CLIENT, request, new Outcome.Unknown("ConnectionLoss"));
    }

    Story did(String client, Request request, Outcome outcome) {
        end(begin(client, request), outcome);
        return this;
    }

    long begin(String client, Request request) {
        return journal.invoke(client, request);
    }

    Story end(long operation, Outcome outcome) {
        journal.end(operation, outcome);
        return this;
    }

    /** The tree below {@code /app}: a path and its data, and so on. */
    Story tree(String... pathsAndData) {
        return tree(Instant.MAX, pathsAndData);
    }

    Story tree(Instant at, String... pathsAndData) {
        List<Znode> znodes = new ArrayList<>();
        for (int i = 0; i < pathsAndData.length; i += 2) {
            znodes.add(new Znode(pathsAndData[i], pathsAndData[i + 1], 0, 0, 0, 0, 0, 0, 0));
        }
        journal.note(now -> new Event.TreeSeen(at.equals(Instant.MAX) ? now : at, "/app", znodes));
        return this;
    }

    static Request send(String value) {
        return Request.send(TOPIC, "k", value, "all");
    }

    /** What partition 0 holds from offset 0 on. */
    Story log(String... values) {
        List<Event.LogEntry> entries = new ArrayList<>();
        for (String value : values) {
            entries.add(new Event.LogEntry(0, entries.size(), Optional.of("k"), value));
        }
        journal.note(now -> new Event.LogSeen(now, TOPIC, entries));
        return this;
    }

    Story led(int server, long epoch) {
        journal.note(now -> new Event.Led(now, "ensemble", NodeId.zk(server), epoch));
        return this;
    }

    Story queued(String client, long place) {
        journal.note(now -> new Event.Queued(now, client, "lock", place));
        return this;
    }

    Story acquired(String client) {
        journal.note(now -> new Event.Acquired(now, client, "lock"));
        return this;
    }

    Story used(String client) {
        journal.note(now -> new Event.Used(now, client, "lock"));
        return this;
    }

    Story released(String client) {
        journal.note(now -> new Event.Released(now, client, "lock"));
        return this;
    }

    Story gone(String client) {
        journal.note(now -> new Event.Gone(now, client, "killed"));
        return this;
    }

    Story offset(String whose, long offset) {
        journal.note(now -> new Event.OffsetSeen(now, whose, TOPIC + "-0", offset));
        return this;
    }

    /** Broker 1 is in sync with a log up to that; broker 2 is as given. */
    Story partition(long leaderEnd, boolean inSync, OptionalLong otherEnd) {
        List<Event.Replica> replicas = List.of(
                new Event.Replica(1, true, OptionalLong.of(leaderEnd), OptionalLong.empty()),
                new Event.Replica(2, inSync, otherEnd, OptionalLong.empty()));
        journal.note(now -> new Event.PartitionSeen(now, TOPIC, 0, OptionalInt.of(1), 1, replicas));
        return this;
    }

    Story inflicted(String fault) {
        Proof proof = new Proof(NodeId.zk(1), "paused", Instant.EPOCH, List.of("state T"));
        journal.note(now -> new Event.Inflicted(now, fault, List.of(proof)));
        return this;
    }

    Story healed(String fault) {
        journal.note(now -> new Event.Healed(now, fault, List.of()));
        return this;
    }

    Story noted(String name) {
        journal.note(now -> new Event.Noted(now, name, ""));
        return this;
    }

    Story unproved(String fault) {
        journal.note(now -> new Event.Unproved(now, fault, "the process went on"));
        return this;
    }
}
