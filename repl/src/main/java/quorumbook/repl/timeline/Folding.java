package quorumbook.repl.timeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quorumbook.labs.history.Event;

/** Puts operations that were acknowledged one after the other into one moment, and numbers the moments anew. */
final class Folding {
    private static final int TOGETHER = 4;

    private final Timeline timeline;
    private final List<Moment> moments = new ArrayList<>();
    /** The new number of each moment, and of the end. */
    private final int[] numbers;

    private Folding(Timeline timeline) {
        this.timeline = timeline;
        this.numbers = new int[timeline.moments().size() + 1];
    }

    static Timeline of(Timeline timeline) {
        return new Folding(timeline).folded();
    }

    private Timeline folded() {
        List<Moment> all = timeline.moments();
        int from = 0;
        while (from < all.size()) {
            int to = from;
            while (to < all.size() && all.get(to).isOrdinary()) {
                to++;
            }
            int next = to - from >= TOGETHER ? to : from + 1;
            moments.add(together(all.subList(from, next)));
            for (int each = from; each < next; each++) {
                numbers[each] = moments.size();
            }
            from = next;
        }
        numbers[all.size()] = moments.size() + 1;
        return new Timeline(
                timeline.lanes(),
                moments,
                timeline.stretches().stream()
                        .map(each -> new Stretch(each.lane(), each.state(), number(each.from()), number(each.to())))
                        .toList(),
                timeline.troubles().stream()
                        .map(each -> new Trouble(each.words(), each.lanes(), number(each.from()), number(each.to())))
                        .toList());
    }

    private int number(int before) {
        return numbers[Math.min(before, numbers.length) - 1];
    }

    private Moment together(List<Moment> run) {
        Moment first = run.get(0);
        int number = moments.size() + 1;
        if (run.size() == 1) {
            return new Moment(number, first.at(), first.marks(), first.events(), first.broken());
        }
        Map<Lane, Mark> marks = new LinkedHashMap<>();
        List<Event> events = new ArrayList<>();
        for (Moment moment : run) {
            moment.marks().forEach(mark -> marks.put(mark.lane(), mark));
            events.addAll(moment.events());
        }
        List<Mark> last = marks.values().stream()
                .map(mark -> new Mark(mark.lane(), mark.sign(), mark.glyph(), words(run, mark)))
                .toList();
        return new Moment(number, first.at(), last, events, List.of());
    }

    private static String words(List<Moment> run, Mark last) {
        long count = run.stream()
                .flatMap(moment -> moment.marks().stream())
                .filter(mark -> mark.lane().equals(last.lane()))
                .count();
        return count == 1 ? last.words() : count + " operations acknowledged, the last: " + last.words();
    }
}
