package quorumbook.labs.history.invariant;

import java.util.List;
import java.util.Optional;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Invariant;
import quorumbook.labs.history.Judgement;
import quorumbook.labs.history.Operation;
import quorumbook.labs.history.Operations;
import quorumbook.labs.history.Position;

/**
 * A write that began after another had been acknowledged has the greater zxid, and no client is ever answered from an
 * earlier state than before.
 *
 * @param least how many zxids must have been compared with an earlier one
 */
public record ZxidOnlyGrows(int least) implements Invariant {
    public ZxidOnlyGrows {
        enough(least);
    }

    private static Enough enough(int least) {
        return new Enough(least, "zxids with an earlier one to compare with");
    }

    @Override
    public Judgement look(History history) {
        List<Operation> known = Operations.of(history).all().stream()
                .filter(operation -> zxid(operation).isPresent())
                .toList();
        int compared = 0;
        for (Operation later : known) {
            Optional<Operation> newest = newest(known, later);
            if (newest.isEmpty()) {
                continue;
            }
            compared++;
            int order = compare(newest.get(), later);
            if (order > 0 || order == 0 && later.request().writesTree()) {
                return new Judgement.Broken(
                        "a greater zxid than " + show(newest.get()),
                        later.request() + " began after that and has " + show(later),
                        List.of(newest.get().ended(), later.ended()));
            }
        }
        int seen = compared;
        return enough(least)
                .doubt(seen)
                .orElseGet(() -> new Judgement.Holds(seen + " zxids, each as great as it must be"));
    }

    /** Of all that had ended before it began, and bind it: every write, and what its own client has seen. */
    private static Optional<Operation> newest(List<Operation> known, Operation later) {
        boolean write = later.request().writesTree();
        return known.stream()
                .filter(earlier -> earlier.precedes(later))
                .filter(earlier -> earlier.client().equals(later.client())
                        || write && earlier.request().writesTree())
                .max(ZxidOnlyGrows::compare);
    }

    private static int compare(Operation one, Operation other) {
        return Long.compareUnsigned(zxid(one).orElseThrow(), zxid(other).orElseThrow());
    }

    private static Optional<Long> zxid(Operation operation) {
        return operation
                .position()
                .filter(at -> at.log().equals(Position.ENSEMBLE))
                .map(Position::at);
    }

    private static String show(Operation operation) {
        return "0x" + Long.toHexString(zxid(operation).orElseThrow());
    }
}
