package quorumbook.repl.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import quorumbook.labs.cluster.Proof;
import quorumbook.labs.history.Event;

/** Goes through events in the order of time, and tells each of them in a moment. */
final class Telling {
    private final List<Event> events;
    private final List<Break> breaks;
    private final List<Moment> moments = new ArrayList<>();
    private final Stretches stretches = new Stretches();
    private final Servers servers = new Servers(stretches);
    private final Clients clients;
    private final Map<String, Trouble> open = new HashMap<>();
    private final List<Trouble> troubles = new ArrayList<>();

    Telling(List<Event> events, List<Break> breaks) {
        this.events = events;
        this.breaks = breaks;
        this.clients = new Clients(events, stretches);
    }

    void tell() {
        for (int index = 0; index < events.size(); index++) {
            Event event = events.get(index);
            if (clients.isToldAtItsEnd(index)) {
                continue;
            }
            tell(event);
        }
        stretches.at(moments.size() + 1);
        open.values().forEach(each -> troubles.add(until(each, moments.size() + 1)));
    }

    private void tell(Event event) {
        stretches.at(moments.size() + 1);
        List<Mark> marks = marks(event);
        if (marks.isEmpty() && !moments.isEmpty()) {
            addToLast(event);
            return;
        }
        List<Mark> shown = marks.isEmpty() ? List.of(Looks.nothingNew()) : marks;
        shown.forEach(mark -> stretches.touch(mark.lane()));
        List<Event> told = clients.told(event);
        moments.add(new Moment(moments.size() + 1, event.at(), shown, told, broken(told)));
    }

    /** A look that found what was known already says nothing of its own. */
    private void addToLast(Event event) {
        Moment last = moments.remove(moments.size() - 1);
        List<Event> told = new ArrayList<>(last.events());
        told.add(event);
        moments.add(new Moment(last.number(), last.at(), last.marks(), told, broken(told)));
    }

    List<Moment> moments() {
        return moments;
    }

    List<Stretch> stretches() {
        return stretches.all();
    }

    List<Trouble> troubles() {
        return troubles;
    }

    private List<String> broken(List<Event> told) {
        return breaks.stream()
                .filter(each -> each.events().stream().anyMatch(told::contains))
                .map(Break::claim)
                .distinct()
                .toList();
    }

    private List<Mark> marks(Event event) {
        if (event instanceof Event.Inflicted inflicted) {
            return List.copyOf(inflicted(inflicted));
        }
        if (event instanceof Event.Healed healed) {
            return healed(healed);
        }
        return servers.marks(event).or(() -> clients.marks(event)).orElseGet(() -> List.of(Looks.mark(event)));
    }

    private List<Mark> inflicted(Event.Inflicted event) {
        int number = moments.size() + 1;
        Set<Lane> lanes =
                event.proofs().stream().map(proof -> Lane.of(proof.node())).collect(Collectors.toSet());
        open.put(event.fault(), new Trouble(event.fault(), lanes, number, number));
        event.proofs().forEach(servers::follow);
        return marks(lanes, Sign.FAULT, event.fault() + evidence(event.proofs()));
    }

    private List<Mark> healed(Event.Healed event) {
        Trouble over = open.remove(event.fault());
        if (over != null) {
            troubles.add(until(over, moments.size() + 1));
        }
        event.proofs().forEach(servers::follow);
        Set<Lane> lanes = over == null
                ? event.proofs().stream().map(proof -> Lane.of(proof.node())).collect(Collectors.toSet())
                : over.lanes();
        return marks(lanes, Sign.HEALED, "healed: " + event.fault() + evidence(event.proofs()));
    }

    /** The same fault at several servers is said once. */
    private static List<Mark> marks(Set<Lane> lanes, Sign sign, String words) {
        if (lanes.isEmpty()) {
            return List.of(Mark.of(Lane.WORKBOOK, sign, words));
        }
        List<Mark> marks = new ArrayList<>();
        lanes.stream().sorted().forEach(lane -> marks.add(Mark.of(lane, sign, marks.isEmpty() ? words : "")));
        return marks;
    }

    private static Trouble until(Trouble trouble, int number) {
        return new Trouble(trouble.words(), trouble.lanes(), trouble.from(), number);
    }

    static String evidence(List<Proof> proofs) {
        return proofs.stream()
                .map(proof -> proof.evidence().get(0))
                .reduce((one, other) -> one + "; " + other)
                .map(evidence -> " (" + evidence + ")")
                .orElse("");
    }
}
