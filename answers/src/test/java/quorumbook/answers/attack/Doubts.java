package quorumbook.answers.attack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;
import quorumbook.labs.observe.Observation;
import quorumbook.labs.observe.ServerSight;

/** Makes doubtful histories out of good ones: something of the evidence is missing, or a server died by itself. */
final class Doubts {
    private final String name;
    private final History history;
    private final List<Sample> made = new ArrayList<>();

    private Doubts(Sample sample) {
        this.name = sample.name();
        this.history = sample.history();
    }

    static List<Sample> about(Sample sample) {
        Doubts doubts = new Doubts(sample);
        doubts.lost();
        doubts.forgotten();
        doubts.disturbed();
        if (sample.standing() == Sample.Standing.RIGHT) {
            Gaps.in(sample.history(), doubts::add);
        }
        return doubts.made;
    }

    private void add(String how, Stream<? extends Event> events) {
        History doubtful =
                new History(history.given(), events.map(Event.class::cast).toList());
        if (!doubtful.events().equals(history.events())) {
            made.add(new Sample(name + " " + how, Sample.Standing.DOUBTFUL, doubtful));
        }
    }

    private Stream<Event> events() {
        return history.events().stream();
    }

    private void lost() {
        Set<Class<?>> kinds = new LinkedHashSet<>();
        events().forEach(event -> kinds.add(event.getClass()));
        kinds.forEach(
                kind -> add("without " + kind.getSimpleName(), events().filter(event -> !kind.isInstance(event))));
        kinds.forEach(kind -> {
            Event last = history.last(kind.asSubclass(Event.class)).orElseThrow();
            add("without its last " + kind.getSimpleName(), events().filter(event -> event != last));
        });
        Set<String> names = new LinkedHashSet<>();
        history.all(Event.Noted.class).forEach(noted -> names.add(noted.name()));
        names.forEach(lost -> add(
                "without '" + lost + "'",
                events().filter(event ->
                        !(event instanceof Event.Noted noted && noted.name().equals(lost)))));
        Set<String> questions = new LinkedHashSet<>();
        history.all(Event.Predicted.class).forEach(answer -> questions.add(answer.question()));
        questions.forEach(question -> add(
                "without an answer to " + question,
                events().filter(event -> !(event instanceof Event.Predicted answer
                        && answer.question().equals(question)))));
    }

    /** Nothing, or not the servers' rest, was remembered when answers were sealed; nothing was seen at the check. */
    private void forgotten() {
        add("with nothing remembered at its answers", events().map(event -> situation(event, all -> Map.of())));
        add("with unsettled servers at its answers", events().map(event -> situation(event, Doubts::unsettled)));
        add(
                "with unsettled servers at the check",
                events().map(event ->
                        event instanceof Event.Noted noted && noted.name().equals("settled")
                                ? new Event.Noted(noted.at(), noted.name(), "false")
                                : event));
        add(
                "with an empty look at the tree",
                events().map(event -> event instanceof Event.TreeSeen tree
                        ? new Event.TreeSeen(tree.at(), tree.root(), List.of())
                        : event));
        add(
                "with an empty look at the topic",
                events().map(event -> event instanceof Event.LogSeen log
                        ? new Event.LogSeen(log.at(), log.topic(), List.of())
                        : event));
        add("with no session seen", events().map(event -> sessions(event, Set.of())));
        history.last(Event.SessionsSeen.class)
                .ifPresent(last -> last.alive()
                        .forEach(ended ->
                                add("and one session more has ended", events().map(event -> without(event, ended)))));
    }

    private static Event without(Event event, long ended) {
        Set<Long> alive =
                event instanceof Event.SessionsSeen seen ? new LinkedHashSet<>(seen.alive()) : new LinkedHashSet<>();
        alive.remove(ended);
        return sessions(event, alive);
    }

    private static Event sessions(Event event, Set<Long> alive) {
        return event instanceof Event.SessionsSeen seen ? new Event.SessionsSeen(seen.at(), alive) : event;
    }

    private static Event situation(Event event, UnaryOperator<Map<String, String>> changed) {
        return event instanceof Event.Predicted answer
                ? new Event.Predicted(
                        answer.at(), answer.question(), answer.answer(), changed.apply(answer.situation()))
                : event;
    }

    private static Map<String, String> unsettled(Map<String, String> situation) {
        Map<String, String> changed = new LinkedHashMap<>(situation);
        changed.replace("settled", "false");
        return changed;
    }

    private void disturbed() {
        history.last(Event.Observed.class).ifPresent(last -> {
            for (ServerSight server : last.observation().servers()) {
                add(
                        server.node() + " died by itself",
                        events().map(event -> event == last ? died(last, server) : event));
                add(
                        server.node() + " was not seen",
                        events().map(event -> event == last ? without(last, server) : event));
            }
        });
        List<Event.Led> reigns = history.all(Event.Led.class);
        Map<String, Event.Led> latest = new HashMap<>();
        reigns.forEach(reign -> latest.put(reign.office(), reign));
        latest.values().forEach(reign -> {
            Instant at = history.events().get(history.events().size() - 1).at();
            Event again = new Event.Led(at, reign.office(), reign.server(), reign.epoch() + 1);
            add("with one more election", Stream.concat(events(), Stream.of(again)));
        });
    }

    private static Event died(Event.Observed seen, ServerSight dead) {
        return servers(
                seen,
                seen.observation().servers().stream()
                        .map(server -> server.equals(dead)
                                ? new ServerSight(server.node(), Condition.DIED, server.role(), server.lastZxid())
                                : server));
    }

    private static Event without(Event.Observed seen, ServerSight missing) {
        return servers(seen, seen.observation().servers().stream().filter(server -> !server.equals(missing)));
    }

    private static Event servers(Event.Observed seen, Stream<ServerSight> servers) {
        return new Event.Observed(seen.at(), new Observation(seen.observation().at(), servers.toList()));
    }
}
