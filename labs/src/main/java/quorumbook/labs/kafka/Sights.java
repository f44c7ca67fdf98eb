package quorumbook.labs.kafka;

import java.util.List;
import java.util.Optional;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Znode;

/** Looks at single znodes, in the order in which they were taken. */
record Sights(List<Event.TreeSeen> all) {
    static Sights of(List<? extends Event> events) {
        return new Sights(events.stream()
                .filter(Event.TreeSeen.class::isInstance)
                .map(Event.TreeSeen.class::cast)
                .toList());
    }

    /** The znode as it was last seen; empty if it was not there, or was never looked at. */
    Optional<Znode> last(String path) {
        return all.stream()
                .filter(seen -> seen.root().equals(path))
                .reduce((earlier, later) -> later)
                .flatMap(seen -> seen.znodes().stream().findFirst());
    }
}
