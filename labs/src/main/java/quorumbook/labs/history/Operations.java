package quorumbook.labs.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The operations of a history, in the order in which they began.
 *
 * @param contradiction what cannot be: two beginnings or two different ends of one operation, an end without a beginning
 */
public record Operations(List<Operation> all, Optional<String> contradiction) {
    public Operations {
        all = List.copyOf(all);
    }

    /** Pairs beginnings and ends; an operation without an end is unknown. */
    public static Operations of(History history) {
        List<Event> events = history.events();
        Map<Long, Operation> open = new LinkedHashMap<>();
        Optional<String> contradiction = Optional.empty();
        for (int index = 0; index < events.size(); index++) {
            Event event = events.get(index);
            if (event instanceof Event.Invoked begun) {
                Operation operation = new Operation(
                        begun.operation(),
                        begun.client(),
                        begun.request(),
                        new Outcome.Unknown("no answer yet"),
                        index,
                        events.size());
                if (open.putIfAbsent(begun.operation(), operation) != null) {
                    contradiction = Optional.of("operation " + begun.operation() + " began twice");
                }
            } else if (event instanceof Event.Ended end) {
                Operation operation = open.get(end.operation());
                if (operation == null || operation.ended() < events.size()) {
                    contradiction = Optional.of("operation " + end.operation()
                            + (operation == null ? " ended and never began" : " ended twice"));
                } else {
                    open.put(end.operation(), ended(operation, end.outcome(), index));
                }
            }
        }
        return new Operations(new ArrayList<>(open.values()), contradiction);
    }

    private static Operation ended(Operation open, Outcome outcome, int index) {
        return new Operation(open.number(), open.client(), open.request(), outcome, open.invoked(), index);
    }

    public List<Operation> where(Predicate<Operation> wanted) {
        return all.stream().filter(wanted).toList();
    }

    /** The indices of the events with which they ended, as evidence. */
    public static List<Integer> ends(Collection<Operation> operations) {
        return operations.stream().map(Operation::ended).sorted().toList();
    }
}
