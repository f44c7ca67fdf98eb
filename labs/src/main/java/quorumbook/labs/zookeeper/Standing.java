package quorumbook.labs.zookeeper;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;
import quorumbook.labs.observe.ServerSight;
import quorumbook.labs.observe.Zxid;

/**
 * With what a server went, or would go, into the election that follows the reign of zk3: the epoch and the last transaction
 * that it had then.
 */
record Standing(NodeId server, long epoch, Zxid zxid) {
    private static final NodeId THIRD = NodeId.zk(3);
    private static final String STORED = "last zxid on the disk of ";

    /** The name under which the last transaction on a server's disk is noted. */
    static String storedOf(NodeId server) {
        return STORED + server;
    }

    /** {@code zk4 (1, 0x100000007, 4)}: epoch, zxid, number. */
    String words() {
        return server + " (" + epoch + ", " + zxid + ", " + server.number() + ")";
    }

    /** The epoch that ended when zk3 left, as its disk says, or its vote if it has come back; empty if it never ran. */
    static OptionalLong thirdEpoch(History history) {
        Optional<Event.Voted> back = Votes.of(history)
                .first(THIRD)
                .filter(vote -> vote.epoch() > 0
                        && sight(history, THIRD).filter(Standing::runs).isPresent());
        return back.isPresent() ? OptionalLong.of(back.get().epoch()) : epochOnDisk(history, THIRD);
    }

    /** The standing of each server that has one. */
    static Map<NodeId, Standing> all(History history) {
        Map<NodeId, Standing> standings = new LinkedHashMap<>();
        OptionalLong epoch = thirdEpoch(history);
        Optional<Event.Observed> observed = history.last(Event.Observed.class);
        if (epoch.isPresent() && observed.isPresent()) {
            for (ServerSight sight : observed.get().observation().servers()) {
                Optional<Standing> standing =
                        runs(sight) ? voting(history, sight, epoch.getAsLong()) : stored(history, sight.node());
                standing.ifPresent(found -> standings.put(sight.node(), found));
            }
        }
        return standings;
    }

    private static boolean runs(ServerSight sight) {
        return sight.condition() == Condition.RUNNING || sight.condition() == Condition.ISOLATED;
    }

    /**
     * A running server said itself with what it went into the election. Its first vote since it was last in step with the
     * leader of that epoch counts: before that it may have been away for a moment, and when an election is over a follower
     * is brought up to date. Without an election it has what it has now.
     */
    private static Optional<Standing> voting(History history, ServerSight sight, long epoch) {
        Optional<Event.Voted> own = Optional.empty();
        for (Event event : history.events()) {
            if (isInStep(event, sight.node(), epoch)) {
                own = Optional.empty();
            } else if (own.isEmpty()
                    && event instanceof Event.Voted vote
                    && vote.server().equals(sight.node())
                    && vote.leader() == sight.node().number()) {
                own = Optional.of(vote);
            }
        }
        if (own.isPresent()) {
            return own.map(vote -> new Standing(vote.server(), vote.epoch(), vote.zxid()));
        }
        OptionalLong now = epochOnDisk(history, sight.node());
        return sight.lastZxid()
                .filter(zxid -> now.isPresent())
                .map(zxid -> new Standing(sight.node(), now.getAsLong(), zxid));
    }

    private static boolean isInStep(Event event, NodeId server, long epoch) {
        boolean joined = event instanceof Event.Noted noted
                && noted.name().equals(EnsembleLook.joinedBy(server))
                && noted.value().equals(Long.toString(epoch));
        boolean led = event instanceof Event.Led reign && reign.server().equals(server) && reign.epoch() == epoch;
        return joined || led;
    }

    private static Optional<Standing> stored(History history, NodeId server) {
        OptionalLong epoch = epochOnDisk(history, server);
        return history.noted(storedOf(server))
                .filter(zxid -> epoch.isPresent())
                .map(zxid -> new Standing(
                        server, epoch.getAsLong(), Zxid.of(Long.parseUnsignedLong(zxid.replace("0x", ""), 16))));
    }

    private static OptionalLong epochOnDisk(History history, NodeId server) {
        return history.noted(EnsembleLook.epochOf(server)).stream()
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    private static Optional<ServerSight> sight(History history, NodeId server) {
        return history.last(Event.Observed.class)
                .flatMap(seen -> seen.observation().of(server));
    }
}
