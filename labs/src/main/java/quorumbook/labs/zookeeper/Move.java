package quorumbook.labs.zookeeper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Operation;
import quorumbook.labs.history.Operations;
import quorumbook.labs.history.Outcome;
import quorumbook.labs.history.Znode;

/**
 * How far one increment moved the counter until it was over. One that is counted twice and one that is not at all add up to
 * what is right; so each is looked at by itself.
 *
 * @param number of the increment, from 1
 */
record Move(int number, Outcome outcome, long by) {
    long most() {
        return outcome instanceof Outcome.Failed ? 0 : 1;
    }

    long least() {
        return outcome instanceof Outcome.Ok ? 1 : 0;
    }

    String words() {
        return "increment " + number + (outcome instanceof Outcome.Ok ? " came back" : " threw");
    }

    /** The increments of that counter in their order; empty if nobody looked after one of them, or it held no number. */
    static Optional<List<Move>> all(History history, String path) {
        List<Move> moves = new ArrayList<>();
        long before = history.given().number("start");
        for (Operation operation :
                Operations.of(history).where(each -> each.request().target().equals(path))) {
            Optional<Long> after = after(history, operation, path);
            if (after.isEmpty()) {
                return Optional.empty();
            }
            moves.add(new Move(moves.size() + 1, operation.outcome(), after.get() - before));
            before = after.get();
        }
        return Optional.of(moves);
    }

    /** What the counter held at the look that follows the end of the increment, before anything else of it is heard. */
    private static Optional<Long> after(History history, Operation operation, String path) {
        return history.events().stream()
                .skip(operation.ended() + 1L)
                .takeWhile(event -> !(event instanceof Event.Invoked))
                .filter(event ->
                        event instanceof Event.TreeSeen seen && seen.root().equals(path))
                .findFirst()
                .flatMap(look -> ((Event.TreeSeen) look).znodes().stream().findFirst())
                .map(Znode::data)
                .map(Writes::number)
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong);
    }
}
