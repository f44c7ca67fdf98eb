package quorumbook.repl.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import quorumbook.labs.Attempt;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.NodeSpec;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;
import quorumbook.labs.observe.ControllerReign;
import quorumbook.labs.observe.ElectionLog;
import quorumbook.labs.observe.Observation;
import quorumbook.labs.observe.SessionEnds;
import quorumbook.repl.timeline.Timeline;

/**
 * What belongs to the picture of an attempt beside its history: what was typed when, what the servers did by themselves. It
 * is kept apart, since a judge must see nothing that came by chance. Guarded by itself.
 */
final class Chronicle {
    private static final int WHOLE_LOG = 20_000;
    private static final int LONGEST_LINE = 120;

    private final List<Event> events = new ArrayList<>();
    private Instant begun = Instant.EPOCH;

    /** Another attempt begins. */
    synchronized void begin() {
        events.clear();
        begun = Instant.now();
    }

    synchronized void typed(String input) {
        String first = input.lines().findFirst().orElse("");
        String line = first.length() > LONGEST_LINE
                ? first.substring(0, LONGEST_LINE) + "…"
                : input.equals(first) ? first : first + " …";
        events.add(new Event.Noted(Instant.now(), Timeline.TYPED, line));
    }

    synchronized void saw(Observation observation) {
        events.add(new Event.Observed(observation.at(), observation));
    }

    /** The attempt's history with all that is known beside it, in no order, nothing twice. */
    History with(Attempt attempt, Optional<History> checked) {
        Set<Event> all = new LinkedHashSet<>();
        Instant from;
        synchronized (this) {
            all.addAll(events);
            from = begun;
        }
        checked.ifPresent(history -> all.addAll(history.events()));
        all.addAll(attempt.history().events());
        for (NodeSpec server : attempt.cluster().spec().nodes()) {
            all.addAll(
                    server.id().kind() == NodeId.Kind.ZK
                            ? elections(attempt, server)
                            : controllers(attempt, server.id()));
        }
        all.addAll(sessionEnds(attempt));
        return new History(
                attempt.given(),
                all.stream().filter(event -> !event.at().isBefore(from)).toList());
    }

    private static List<Event> elections(Attempt attempt, NodeSpec server) {
        List<String> lines = attempt.cluster().serverLog(server.id(), WHOLE_LOG);
        List<Event> found = new ArrayList<>();
        for (ElectionLog log : ElectionLog.ofEach(server.serverId(), lines, Instant.now())) {
            log.ballots()
                    .forEach(ballot -> found.add(new Event.Voted(
                            ballot.at(), server.id(), ballot.round(), ballot.leader(), ballot.zxid(), ballot.epoch())));
            log.reigns().forEach(reign -> found.add(new Event.Led(reign.at(), "ensemble", server.id(), reign.epoch())));
        }
        return found;
    }

    private static List<Event> controllers(Attempt attempt, NodeId node) {
        List<String> lines = attempt.cluster().serverLog(node, WHOLE_LOG);
        return ControllerReign.all(lines, Instant.now()).stream()
                .<Event>map(reign -> new Event.Led(reign.at(), "controller", node, reign.epoch()))
                .toList();
    }

    /** Of the sessions that the learner opened; each server that has caught up tells the same. */
    private static List<Event> sessionEnds(Attempt attempt) {
        Set<Long> opened = attempt.history().all(Event.SessionOpened.class).stream()
                .map(Event.SessionOpened::session)
                .collect(Collectors.toSet());
        return opened.isEmpty()
                ? List.of()
                : attempt.cluster().spec().nodes().stream()
                        .map(NodeSpec::id)
                        .filter(id -> id.kind() == NodeId.Kind.ZK)
                        .flatMap(id -> SessionEnds.all(attempt.cluster(), id).stream())
                        .filter(end -> opened.contains(end.session()))
                        .distinct()
                        .<Event>map(end -> new Event.SessionEnded(end.at(), end.session(), end.zxid(), end.expired()))
                        .toList();
    }
}
