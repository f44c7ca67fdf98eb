package quorumbook.labs.history.invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Invariant;
import quorumbook.labs.history.Judgement;
import quorumbook.labs.history.Operation;
import quorumbook.labs.history.Operations;
import quorumbook.labs.history.Request;

/**
 * Each persistent znode at or below {@code root} is, when it is last looked at, as some write left it that no acknowledged
 * write came after. Holds the ensemble to its promise as long as nobody else writes there.
 *
 * @param least how many writes must have been acknowledged before the look
 */
public record NoAcknowledgedWriteLost(String root, int least) implements Invariant {
    public NoAcknowledgedWriteLost {
        enough(least);
    }

    private static Enough enough(int least) {
        return new Enough(least, "acknowledged writes");
    }

    @Override
    public Judgement look(History history) {
        Optional<Sight> sight = Sight.last(history, root);
        if (sight.isEmpty()) {
            return new Judgement.CannotTell("nobody looked at " + root + " afterwards");
        }
        Map<String, List<Operation>> writes = new TreeMap<>();
        Operations.of(history).all().stream()
                .filter(write -> write.request().writesTree() && isWithin(path(write), root))
                .filter(write ->
                        write.mayHaveHappened() && write.invoked() < sight.get().index())
                .forEach(write -> writes.computeIfAbsent(path(write), path -> new ArrayList<>())
                        .add(write));
        return judge(sight.get(), writes);
    }

    private Judgement judge(Sight sight, Map<String, List<Operation>> writes) {
        int acknowledged = 0;
        List<String> lost = new ArrayList<>();
        List<Integer> where = new ArrayList<>();
        for (Map.Entry<String, List<Operation>> each : writes.entrySet()) {
            List<Operation> settled =
                    each.getValue().stream().filter(sight::follows).toList();
            acknowledged += settled.size();
            Optional<String> found = sight.data(each.getKey());
            boolean explained = settled.isEmpty()
                    || each.getValue().stream()
                            .filter(write -> settled.stream().noneMatch(write::precedes))
                            .anyMatch(write -> left(write).equals(found));
            if (!explained) {
                Operation last = settled.get(settled.size() - 1);
                lost.add(last.request() + " was acknowledged, found: "
                        + found.map(data -> "'" + data + "'").orElse("no such znode"));
                where.addAll(List.of(last.ended(), sight.index()));
            }
        }
        if (!lost.isEmpty()) {
            return new Judgement.Broken("every acknowledged write below " + root, Enough.some(lost), where);
        }
        int seen = acknowledged;
        return enough(least)
                .doubt(seen)
                .orElseGet(
                        () -> new Judgement.Holds("all " + seen + " acknowledged writes below " + root + " are there"));
    }

    /** What the znode holds after the write; empty: there is none. */
    private static Optional<String> left(Operation write) {
        return write.request().what() == Request.What.DELETE
                ? Optional.empty()
                : Optional.of(write.request().value().orElse(""));
    }

    /** A sequential znode's real path is known from the answer alone. */
    private static String path(Operation write) {
        return write.request().what() == Request.What.CREATE
                ? write.answer().orElse(write.request().target())
                : write.request().target();
    }

    private static boolean isWithin(String path, String root) {
        return path.equals(root) || root.equals("/") || path.startsWith(root + "/");
    }

    /** The last look at the tree, with the index of its event. */
    private record Sight(Event.TreeSeen tree, int index, History history) {
        static Optional<Sight> last(History history, String root) {
            for (int index = history.events().size() - 1; index >= 0; index--) {
                if (history.events().get(index) instanceof Event.TreeSeen tree && isWithin(root, tree.root())) {
                    return Optional.of(new Sight(tree, index, history));
                }
            }
            return Optional.empty();
        }

        Optional<String> data(String path) {
            return tree.znodes().stream()
                    .filter(znode -> znode.path().equals(path))
                    .map(znode -> znode.data())
                    .findFirst();
        }

        boolean follows(Operation write) {
            return write.isOk()
                    && write.ended() < index
                    && !history.events().get(write.ended()).at().isAfter(tree.at());
        }
    }
}
