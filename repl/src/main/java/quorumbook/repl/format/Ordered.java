package quorumbook.repl.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import quorumbook.repl.rubric.Scored;

/** The order in which all formats name learners and exercises: nothing depends on what was graded first. */
final class Ordered {
    private static final Comparator<Scored> ORDER = Comparator.<Scored, String>comparing(
                    each -> each.result().learner())
            .thenComparing(each -> each.result().exercise())
            .thenComparing(each -> each.result().attempt());

    private Ordered() {}

    static List<Scored> sorted(List<Scored> results) {
        return results.stream().sorted(ORDER).toList();
    }

    static Map<String, List<Scored>> byLearner(List<Scored> results) {
        Map<String, List<Scored>> learners = new TreeMap<>();
        for (Scored each : sorted(results)) {
            learners.computeIfAbsent(each.result().learner(), learner -> new ArrayList<>())
                    .add(each);
        }
        return learners;
    }

    /** Such as {@code zookeeper.tree}. */
    static String nameOfExercise(Scored each) {
        return FileName.of(each.result().exercise().replace('/', '.'));
    }
}
