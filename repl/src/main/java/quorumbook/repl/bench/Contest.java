package quorumbook.repl.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quorumbook.labs.cluster.Progress;

/** Two ways to the same thing, run in turn. One run may bring several figures. */
interface Contest extends AutoCloseable {
    List<Figure> figures();

    /** Whom we are compared with; empty if a figure stands alone. */
    default String opponent() {
        return "";
    }

    /** Why it cannot be held here, and what would help. */
    default Optional<String> hindrance() {
        return Optional.empty();
    }

    /** Does what is not to be timed: archives, first uses. */
    void prepare(Set<String> wanted, Progress progress) throws Exception;

    /** One run of ours; a value for each wanted figure. */
    Map<String, Double> ours(Set<String> wanted) throws Exception;

    /** One run of theirs; no values if there are none. */
    default Map<String, Double> other(Set<String> wanted) throws Exception {
        return Map.of();
    }

    @Override
    void close();
}
