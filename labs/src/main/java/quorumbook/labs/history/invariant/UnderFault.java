package quorumbook.labs.history.invariant;

import java.util.List;
import java.util.Optional;
import quorumbook.labs.history.FaultSpan;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Invariant;
import quorumbook.labs.history.Judgement;
import quorumbook.labs.history.Operation;
import quorumbook.labs.history.Operations;

/**
 * Another invariant, for which it counts only if enough was acknowledged while a fault lasted.
 *
 * @param fault in the words of its event: {@code "kafka2 paused"}
 * @param least how many operations must have begun and been acknowledged under it
 */
public record UnderFault(String fault, int least, Invariant invariant) implements Invariant {
    public UnderFault {
        enough(fault, least);
    }

    private static Enough enough(String fault, int least) {
        return new Enough(least, "operations acknowledged under the fault '" + fault + "'");
    }

    @Override
    public Judgement look(History history) {
        Judgement judgement = invariant.look(history);
        if (!(judgement instanceof Judgement.Holds)) {
            return judgement;
        }
        List<FaultSpan> spans = FaultSpan.of(history).stream()
                .filter(span -> span.fault().equals(fault))
                .toList();
        if (spans.isEmpty()) {
            return new Judgement.CannotTell("the fault '" + fault + "' was never there");
        }
        List<Operation> acknowledged = Operations.of(history)
                .where(operation -> operation.isOk() && spans.stream().anyMatch(span -> span.covers(operation)));
        Optional<Judgement> doubt = enough(fault, least).doubt(acknowledged.size());
        return doubt.orElse(judgement);
    }
}
