package quorumbook.labs.history.invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Invariant;
import quorumbook.labs.history.Judgement;
import quorumbook.labs.history.Operation;
import quorumbook.labs.history.Operations;

/**
 * Every record that a producer was told is written can be read when the topic is last looked at.
 *
 * @param least how many records must have been acknowledged before the look
 */
public record NoAcknowledgedRecordLost(String topic, int least) implements Invariant {
    public NoAcknowledgedRecordLost {
        enough(least);
    }

    private static Enough enough(int least) {
        return new Enough(least, "acknowledged records");
    }

    @Override
    public Judgement look(History history) {
        Optional<SentRecords> looked = SentRecords.of(history, topic);
        if (looked.isEmpty()) {
            return new Judgement.CannotTell("nobody read " + topic + " afterwards");
        }
        SentRecords records = looked.get();
        List<Operation> acknowledged = records.acknowledged();
        List<Operation> lost = records.lost();
        if (!lost.isEmpty()) {
            List<Integer> where = new ArrayList<>(Operations.ends(lost));
            where.add(records.index());
            return new Judgement.Broken(
                    "all " + acknowledged.size() + " acknowledged records in " + topic,
                    lost.size() + " lost: "
                            + Enough.some(lost.stream()
                                    .map(send -> send.request().toString())
                                    .toList()),
                    where);
        }
        Optional<Operation> doubtful = records.doubtful();
        if (doubtful.isPresent()) {
            return new Judgement.CannotTell(doubtful.get().request() + " was sent twice, once with an unknown end");
        }
        return enough(least)
                .doubt(acknowledged.size())
                .orElseGet(() ->
                        new Judgement.Holds("all " + acknowledged.size() + " acknowledged records are in " + topic));
    }
}
