package quorumbook.repl.grade;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.HandInstalled;
import quorumbook.repl.desk.Book;

/**
 * Papers that wait to be judged, by the shape of the cluster that they want: who has a cluster gets papers for it as long as
 * there are any. Guarded by itself.
 */
public final class WorkList {
    private final Map<Shape, Deque<Paper>> waiting = new LinkedHashMap<>();
    private final Map<Integer, Shape> held = new HashMap<>();
    private final Set<Shape> last = new HashSet<>();

    /**
     * What a paper's cluster looks like.
     *
     * @param alone whether two such clusters cannot be side by side
     */
    public record Shape(String words, boolean alone) {
        /** Two ensembles installed by hand may want the same ports. */
        static Shape of(ClusterSpec cluster) {
            return new Shape(cluster.toString(), cluster instanceof HandInstalled);
        }
    }

    /** Tells the shape that a paper wants. */
    @FunctionalInterface
    public interface Shapes {
        Shape of(Paper paper);

        /** Those of the book's exercises. */
        static Shapes of(Book book) {
            return paper -> Shape.of(book.lab(paper.exercise()).orElseThrow().cluster());
        }
    }

    WorkList(List<Paper> papers, Shapes shapes) {
        List<Paper> sorted = new ArrayList<>(papers);
        sorted.sort(Comparator.comparing((Paper paper) -> paper.exercise().toString())
                .thenComparing(Paper::learner));
        sorted.forEach(paper -> waiting.computeIfAbsent(shapes.of(paper), any -> new ArrayDeque<>())
                .add(paper));
    }

    /** The next paper for that worker; empty if nothing waits, or nothing that can be done beside what others do. */
    synchronized Optional<Paper> next(int worker) {
        Optional<Shape> own = Optional.ofNullable(held.remove(worker));
        Optional<Shape> shape = own.filter(waiting::containsKey).or(this::another);
        if (shape.isEmpty()) {
            return Optional.empty();
        }
        held.put(worker, shape.get());
        Deque<Paper> papers = papers(shape.get());
        Paper next = papers.remove();
        if (papers.isEmpty()) {
            waiting.remove(shape.get());
        }
        return Optional.of(next);
    }

    /** What that worker is at comes last from now on, when nothing else waits. */
    synchronized void putLast(int worker) {
        Optional.ofNullable(held.remove(worker)).ifPresent(last::add);
    }

    /** The one with the most work for each who is at it. */
    private Optional<Shape> another() {
        return waiting.keySet().stream()
                .filter(shape -> !shape.alone() || !held.containsValue(shape))
                .max(Comparator.comparing((Shape shape) -> !last.contains(shape))
                        .thenComparingDouble(shape -> papers(shape).size() / (1.0 + holders(shape))));
    }

    private Deque<Paper> papers(Shape shape) {
        return Objects.requireNonNull(waiting.get(shape));
    }

    private long holders(Shape shape) {
        return held.values().stream().filter(shape::equals).count();
    }
}
