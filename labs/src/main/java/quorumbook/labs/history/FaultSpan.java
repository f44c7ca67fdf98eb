package quorumbook.labs.history;

import java.util.ArrayList;
import java.util.List;

/**
 * From a fault that left proof to its healing.
 *
 * @param from the index of the event with which it began
 * @param to the index of the event with which it ended; past the last event if it did not
 */
public record FaultSpan(String fault, int from, int to) {
    /** Every fault of the history, in the order in which they began. */
    public static List<FaultSpan> of(History history) {
        List<Event> events = history.events();
        List<FaultSpan> spans = new ArrayList<>();
        for (int index = 0; index < events.size(); index++) {
            if (events.get(index) instanceof Event.Inflicted inflicted) {
                spans.add(new FaultSpan(inflicted.fault(), index, healed(events, inflicted.fault(), index)));
            }
        }
        return List.copyOf(spans);
    }

    private static int healed(List<Event> events, String fault, int after) {
        for (int index = after + 1; index < events.size(); index++) {
            if (events.get(index) instanceof Event.Healed healed
                    && healed.fault().equals(fault)) {
                return index;
            }
        }
        return events.size();
    }

    /** Whether the operation began and ended while the fault lasted. */
    public boolean covers(Operation operation) {
        return from < operation.invoked() && operation.ended() < to;
    }
}
