package quorumbook.labs.history.invariant;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Invariant;
import quorumbook.labs.history.Judgement;

/**
 * No offset of that topic goes back: neither a high watermark, nor a committed offset, nor what a consumer is given.
 *
 * @param least how many offsets must have been compared with an earlier one
 */
public record OffsetsOnlyGrow(String topic, int least) implements Invariant {
    public OffsetsOnlyGrow {
        enough(least);
    }

    private static Enough enough(int least) {
        return new Enough(least, "offsets with an earlier one to compare with");
    }

    private record Pointer(String whose, String partition) {}

    @Override
    public Judgement look(History history) {
        List<Event> events = history.events();
        Map<Pointer, Integer> last = new HashMap<>();
        int compared = 0;
        for (int index = 0; index < events.size(); index++) {
            if (!(events.get(index) instanceof Event.OffsetSeen now) || !isOfTopic(now.partition())) {
                continue;
            }
            Integer earlier = last.put(new Pointer(now.whose(), now.partition()), index);
            if (earlier == null) {
                continue;
            }
            compared++;
            long before = ((Event.OffsetSeen) events.get(earlier)).offset();
            if (now.offset() < before) {
                return new Judgement.Broken(
                        "no offset below " + before + " after that",
                        now.whose() + " in " + now.partition() + " went back to " + now.offset(),
                        List.of(earlier, index));
            }
        }
        int seen = compared;
        return enough(least).doubt(seen).orElseGet(() -> new Judgement.Holds(seen + " offsets, none went back"));
    }

    private boolean isOfTopic(String partition) {
        int dash = partition.lastIndexOf('-');
        return dash > 0 && partition.substring(0, dash).equals(topic);
    }
}
