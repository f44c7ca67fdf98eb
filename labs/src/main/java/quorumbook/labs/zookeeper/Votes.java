package quorumbook.labs.zookeeper;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;

/** How the servers of a history voted since each was last started, and who led. */
record Votes(List<Event.Voted> all, List<Event.Led> reigns) {
    static Votes of(History history) {
        return new Votes(
                history.all(Event.Voted.class),
                history.all(Event.Led.class).stream()
                        .sorted(Comparator.comparing(Event.Led::epoch))
                        .toList());
    }

    /** The vote with which the server began its first election: for itself, with what it had on its disk. */
    Optional<Event.Voted> first(NodeId server) {
        return all.stream().filter(vote -> vote.server().equals(server)).findFirst();
    }

    /** The vote with which it began its last election: for itself, with the last transaction that it had. */
    Optional<Event.Voted> lastOwn(NodeId server) {
        return all.stream()
                .filter(vote -> vote.server().equals(server) && vote.leader() == server.number())
                .reduce((earlier, later) -> later);
    }

    /** {@code zk4 (1, 0x100000007, 4)}: epoch, zxid, number. */
    static String words(Event.Voted vote) {
        return vote.server() + " (" + vote.epoch() + ", " + vote.zxid() + ", " + vote.leader() + ")";
    }

    static String words(List<Event.Voted> votes) {
        return votes.stream().map(Votes::words).collect(Collectors.joining(", "));
    }

    /** {@code zk3 in epoch 1, zk2 in epoch 2}. */
    String reignsInWords() {
        return reigns.isEmpty()
                ? "nobody has led yet"
                : reigns.stream()
                        .map(reign -> reign.server() + " led in epoch " + reign.epoch())
                        .collect(Collectors.joining(", then "));
    }
}
