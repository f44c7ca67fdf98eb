package quorumbook.repl.timeline;

import java.util.List;
import quorumbook.labs.history.Event;

/** A claim that does not hold, and the events that show it. */
public record Break(String claim, List<Event> events) {
    public Break {
        events = List.copyOf(events);
    }
}
