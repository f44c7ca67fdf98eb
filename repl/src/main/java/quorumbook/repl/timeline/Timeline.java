package quorumbook.repl.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;

/** An attempt as lanes: every event of its history stands in one of the moments, and nothing else does. */
public record Timeline(List<Lane> lanes, List<Moment> moments, List<Stretch> stretches, List<Trouble> troubles) {
    /** The name of an {@link Event.Noted} that holds a line which the learner typed. */
    public static final String TYPED = "typed by the learner";

    public Timeline {
        lanes = List.copyOf(lanes);
        moments = List.copyOf(moments);
        stretches = List.copyOf(stretches);
        troubles = List.copyOf(troubles);
    }

    /** Of a history whose events may stand in any order, and of the claims that did not hold. */
    public static Timeline of(History history, List<Break> breaks) {
        List<Event> events = history.events().stream()
                .sorted(Comparator.comparing(Event::at))
                .toList();
        Telling telling = new Telling(events, breaks);
        telling.tell();
        List<Moment> moments = telling.moments();
        List<Lane> lanes = Stream.concat(
                        moments.stream()
                                .flatMap(moment -> moment.marks().stream())
                                .map(Mark::lane),
                        telling.stretches().stream().map(Stretch::lane))
                .distinct()
                .sorted()
                .toList();
        return new Timeline(lanes, moments, telling.stretches(), telling.troubles());
    }

    public boolean isEmpty() {
        return moments.isEmpty();
    }

    /**
     * The same if it has no more moments than that; else shorter: operations acknowledged one after the other share a moment.
     */
    public Timeline folded(int most) {
        return moments.size() <= most ? this : Folding.of(this);
    }

    /** The moment in which an event stands. */
    public Optional<Moment> momentOf(Event event) {
        return moments.stream()
                .filter(moment -> moment.events().contains(event))
                .findFirst();
    }

    /** From the first moment to the one of that number. */
    public Duration since(Moment moment) {
        return Duration.between(begin(), moment.at());
    }

    public Instant begin() {
        return moments.isEmpty() ? Instant.EPOCH : moments.get(0).at();
    }

    /** What somebody is right after the moment of that number. */
    Optional<State> state(Lane lane, int number) {
        return stretches.stream()
                .filter(stretch -> stretch.lane().equals(lane) && stretch.follows(number))
                .map(Stretch::state)
                .findFirst();
    }

    boolean isTroubled(Lane lane, int number) {
        return troubles.stream().anyMatch(trouble -> trouble.lanes().contains(lane) && trouble.follows(number));
    }
}
