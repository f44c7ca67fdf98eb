package quorumbook.labs.history.invariant;

import java.util.List;
import java.util.Optional;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Invariant;
import quorumbook.labs.history.Judgement;
import quorumbook.labs.history.Operation;
import quorumbook.labs.history.Operations;

/**
 * Whenever a partition is looked at, each of its in-sync replicas has every record that was acknowledged with {@code
 * acks=all} before.
 *
 * @param least how many log ends of in-sync replicas must have been compared with an acknowledged offset
 */
public record IsrHoldsWhatWasAcknowledged(String topic, int least) implements Invariant {
    public IsrHoldsWhatWasAcknowledged {
        enough(least);
    }

    private static Enough enough(int least) {
        return new Enough(least, "log ends of in-sync replicas to compare with");
    }

    @Override
    public Judgement look(History history) {
        List<Operation> sends = Operations.of(history)
                .where(operation -> operation.request().asksAllReplicas()
                        && operation.position().isPresent());
        int compared = 0;
        for (int index = 0; index < history.events().size(); index++) {
            if (!(history.events().get(index) instanceof Event.PartitionSeen seen)
                    || !seen.topic().equals(topic)) {
                continue;
            }
            Optional<Operation> last = lastBefore(history, sends, seen, index);
            if (last.isEmpty()) {
                continue;
            }
            long offset = last.get().position().orElseThrow().at();
            for (Event.Replica replica : seen.replicas()) {
                if (!replica.inSync() || replica.logEnd().isEmpty()) {
                    continue;
                }
                compared++;
                if (replica.logEnd().getAsLong() <= offset) {
                    return new Judgement.Broken(
                            "offset " + offset + " of " + partition(seen) + " on every in-sync replica",
                            "broker " + replica.broker() + " is in sync and its log ends at "
                                    + replica.logEnd().getAsLong(),
                            List.of(last.get().ended(), index));
                }
            }
        }
        int enough = compared;
        return enough(least)
                .doubt(enough)
                .orElseGet(() -> new Judgement.Holds(
                        enough + " log ends of in-sync replicas, each beyond what had been acknowledged"));
    }

    /** The one with the greatest offset that had been acknowledged when the look began. */
    private static Optional<Operation> lastBefore(
            History history, List<Operation> sends, Event.PartitionSeen seen, int index) {
        return sends.stream()
                .filter(send -> send.position().orElseThrow().log().equals(partition(seen)))
                .filter(send -> send.ended() < index
                        && !history.events().get(send.ended()).at().isAfter(seen.at()))
                .max((one, other) -> Long.compare(
                        one.position().orElseThrow().at(),
                        other.position().orElseThrow().at()));
    }

    private static String partition(Event.PartitionSeen seen) {
        return seen.topic() + "-" + seen.partition();
    }
}
