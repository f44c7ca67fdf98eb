package quorumbook.labs.history.invariant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Invariant;
import quorumbook.labs.history.Judgement;
import quorumbook.labs.history.Operation;
import quorumbook.labs.history.invariant.SentRecords.Content;

/**
 * No record is in the topic more often than it was sent; one whose sending was refused is not there at all.
 *
 * @param least how many different records must have been acknowledged and found
 */
public record NoRecordTwice(String topic, int least) implements Invariant {
    public NoRecordTwice {
        enough(least);
    }

    private static Enough enough(int least) {
        return new Enough(least, "records that were acknowledged and found");
    }

    @Override
    public Judgement look(History history) {
        Optional<SentRecords> looked = SentRecords.of(history, topic);
        if (looked.isEmpty()) {
            return new Judgement.CannotTell("nobody read " + topic + " afterwards");
        }
        Map<Content, List<Operation>> sent = new LinkedHashMap<>();
        looked.get()
                .sends()
                .forEach(send -> sent.computeIfAbsent(Content.of(send), content -> new ArrayList<>())
                        .add(send));
        return judge(looked.get(), sent);
    }

    private Judgement judge(SentRecords records, Map<Content, List<Operation>> sent) {
        Map<Content, Integer> counts = records.counts();
        List<String> tooOften = new ArrayList<>();
        List<Integer> where = new ArrayList<>();
        int checked = 0;
        for (Map.Entry<Content, List<Operation>> each : sent.entrySet()) {
            int found = counts.getOrDefault(each.getKey(), 0);
            long allowed =
                    each.getValue().stream().filter(Operation::mayHaveHappened).count();
            checked += found > 0 && each.getValue().stream().anyMatch(Operation::isOk) ? 1 : 0;
            if (found > allowed) {
                tooOften.add(found + " times, sent " + allowed + ": "
                        + each.getValue().get(0).request());
                each.getValue().forEach(send -> where.add(send.invoked()));
            }
        }
        if (!tooOften.isEmpty()) {
            where.add(records.index());
            return new Judgement.Broken(
                    "no record more often than it was sent", tooOften.size() + " are: " + Enough.some(tooOften), where);
        }
        int seen = checked;
        return enough(least)
                .doubt(seen)
                .orElseGet(() ->
                        new Judgement.Holds("none of " + seen + " records is in " + topic + " more often than sent"));
    }
}
