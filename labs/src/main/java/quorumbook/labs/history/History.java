package quorumbook.labs.history;

import java.util.List;
import java.util.Optional;

/** What happened in one attempt, in order: all that a judge may look at. */
public record History(Given given, List<Event> events) {
    public History {
        events = List.copyOf(events);
    }

    public <E extends Event> List<E> all(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public <E extends Event> Optional<E> last(Class<E> kind) {
        List<E> all = all(kind);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** The last answer that the learner sealed to a question. */
    public Optional<Event.Predicted> prediction(String question) {
        return all(Event.Predicted.class).stream()
                .filter(predicted -> predicted.question().equals(question))
                .reduce((earlier, later) -> later);
    }

    /** The last value noted under a name. */
    public Optional<String> noted(String name) {
        return all(Event.Noted.class).stream()
                .filter(noted -> noted.name().equals(name))
                .map(Event.Noted::value)
                .reduce((earlier, later) -> later);
    }
}
