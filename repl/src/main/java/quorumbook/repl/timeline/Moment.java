package quorumbook.repl.timeline;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import quorumbook.labs.history.Event;

/**
 * One moment of an attempt.
 *
 * @param number from 1, in the order of time
 * @param events what of the history it tells: one event, or the beginning and the end of an operation
 * @param broken the claims that the last check found broken here
 */
public record Moment(int number, Instant at, List<Mark> marks, List<Event> events, List<String> broken) {
    public Moment {
        marks = List.copyOf(marks);
        events = List.copyOf(events);
        broken = List.copyOf(broken);
    }

    public String words() {
        return marks.stream().map(Mark::words).collect(Collectors.joining("; "));
    }

    /** Whether nothing happened but that an operation was acknowledged, as it should. */
    boolean isOrdinary() {
        return broken.isEmpty() && marks.stream().allMatch(mark -> mark.sign() == Sign.ACKNOWLEDGED);
    }
}
