package quorumbook.labs.history.invariant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Invariant;
import quorumbook.labs.history.Judgement;
import quorumbook.labs.history.Operation;
import quorumbook.labs.history.invariant.SentRecords.Content;

/**
 * Within a partition, what one producer sent first comes first. Records of equal content are left out: nobody can tell them
 * apart.
 *
 * @param least how many acknowledged records must have been found behind another one of their producer in their partition
 */
public record RecordsInOrder(String topic, int least) implements Invariant {
    public RecordsInOrder {
        enough(least);
    }

    private static Enough enough(int least) {
        return new Enough(least, "acknowledged records behind another in their partition");
    }

    /** Whose records, in which partition. */
    private record Lane(String client, int partition) {}

    private record Placed(Operation send, long offset) {}

    @Override
    public Judgement look(History history) {
        Optional<SentRecords> looked = SentRecords.of(history, topic);
        if (looked.isEmpty()) {
            return new Judgement.CannotTell("nobody read " + topic + " afterwards");
        }
        Map<Content, Event.LogEntry> first = new HashMap<>();
        looked.get().log().entries().forEach(entry -> first.putIfAbsent(Content.of(entry), entry));
        Set<Content> ambiguous = ambiguous(looked.get().sends());
        Map<Lane, Placed> last = new HashMap<>();
        // What is unknown is compared too, but is no evidence that there was enough to compare.
        Set<Lane> acknowledged = new HashSet<>();
        List<String> swapped = new ArrayList<>();
        List<Integer> where = new ArrayList<>();
        int compared = 0;
        for (Operation send : looked.get().sends()) {
            Event.LogEntry entry = first.get(Content.of(send));
            if (entry == null || ambiguous.contains(Content.of(send))) {
                continue;
            }
            Placed placed = new Placed(send, entry.offset());
            Lane lane = new Lane(send.client(), entry.partition());
            Placed before = last.put(lane, placed);
            boolean isFirst = !send.isOk() || acknowledged.add(lane);
            compared += isFirst ? 0 : 1;
            if (before != null && before.offset() > placed.offset()) {
                swapped.add(before.send().request() + " at " + before.offset() + ", then " + send.request() + " at "
                        + placed.offset());
                where.addAll(List.of(before.send().invoked(), send.invoked()));
            }
        }
        if (!swapped.isEmpty()) {
            where.add(looked.get().index());
            return new Judgement.Broken(
                    "the order in which each producer sent", "sent in this order: " + Enough.some(swapped), where);
        }
        int seen = compared;
        return enough(least)
                .doubt(seen)
                .orElseGet(() -> new Judgement.Holds(
                        seen + " records lie in " + topic + " behind those that were sent before them"));
    }

    private static Set<Content> ambiguous(List<Operation> sends) {
        Set<Content> once = new HashSet<>();
        Set<Content> twice = new HashSet<>();
        sends.stream().map(Content::of).filter(content -> !once.add(content)).forEach(twice::add);
        return twice;
    }
}
