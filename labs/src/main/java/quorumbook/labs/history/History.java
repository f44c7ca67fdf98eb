package quorumbook.labs.history;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

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

    /** How many times something was noted under a name. */
    public int timesNoted(String name) {
        return (int) all(Event.Noted.class).stream()
                .filter(noted -> noted.name().equals(name))
                .count();
    }

    /** The index of the event with which something was last noted under a name. */
    public OptionalInt lastNoted(String name) {
        return IntStream.range(0, events.size())
                .filter(index -> events.get(index) instanceof Event.Noted noted
                        && noted.name().equals(name))
                .reduce((earlier, later) -> later);
    }

    /** What happened since something was last noted under a name, that event included; empty if it never was. */
    public Optional<History> sinceLast(String name) {
        OptionalInt from = lastNoted(name);
        return from.isPresent() ? Optional.of(part(from.getAsInt(), events.size())) : Optional.empty();
    }

    /** The events from index {@code from} to before index {@code to}; their indices in the part begin with 0 again. */
    public History part(int from, int to) {
        return new History(given, events.subList(from, to));
    }
}
