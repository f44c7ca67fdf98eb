package quorumbook.labs.history.invariant;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Invariant;
import quorumbook.labs.history.Judgement;

/**
 * In each epoch one server at most says that it leads.
 *
 * @param office what is led, as in {@link Event.Led}
 * @param least how many different epochs must have had a leader
 */
public record OneLeaderPerEpoch(String office, int least) implements Invariant {
    public OneLeaderPerEpoch {
        enough(least);
    }

    private static Enough enough(int least) {
        return new Enough(least, "epochs with a leader");
    }

    @Override
    public Judgement look(History history) {
        List<Event> events = history.events();
        Map<Long, Integer> firstOf = new TreeMap<>();
        int[] claims = IntStream.range(0, events.size())
                .filter(index -> events.get(index) instanceof Event.Led led
                        && led.office().equals(office))
                .toArray();
        for (int index : claims) {
            Event.Led led = (Event.Led) events.get(index);
            int earlier = firstOf.computeIfAbsent(led.epoch(), epoch -> index);
            Event.Led first = (Event.Led) events.get(earlier);
            if (!first.server().equals(led.server())) {
                return new Judgement.Broken(
                        "one leader in epoch " + led.epoch(),
                        first.server() + " and " + led.server() + " both led in it",
                        List.of(earlier, index));
            }
        }
        return enough(least)
                .doubt(firstOf.size())
                .orElseGet(() -> new Judgement.Holds("one leader in each of the epochs " + firstOf.keySet()));
    }
}
