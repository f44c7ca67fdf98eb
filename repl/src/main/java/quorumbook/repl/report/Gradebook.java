package quorumbook.repl.report;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import quorumbook.repl.result.AttemptResult;

/** Who handed in what, and how it stands: learners by name, exercises in the order of the course. */
final class Gradebook {
    private final Map<String, Map<String, AttemptResult>> byLearner = new LinkedHashMap<>();
    private final List<Exercise> exercises;

    /** @param title the lesson's */
    record Exercise(String id, String title) {
        String track() {
            return id.substring(0, Math.max(0, id.indexOf('/')));
        }

        String name() {
            return id.substring(id.indexOf('/') + 1);
        }

        /** Where it is on any page that tells of it. */
        String anchor() {
            return FileName.of(id.replace('/', '-'));
        }
    }

    /**
     * Of two results for the same learner and exercise the later one counts.
     *
     * @param order of exercises; those that it does not name come last, by their ids
     */
    Gradebook(Collection<AttemptResult> results, List<String> order) {
        Comparator<String> byOrder =
                Comparator.comparingInt(id -> order.contains(id) ? order.indexOf(id) : order.size());
        Map<String, Exercise> found = new LinkedHashMap<>();
        results.stream()
                .sorted(Comparator.comparing(AttemptResult::learner, Collator.getInstance(Locale.ROOT))
                        .thenComparing(AttemptResult::learner)
                        .thenComparing(AttemptResult::gradedAt))
                .forEach(result -> {
                    byLearner
                            .computeIfAbsent(result.learner(), learner -> new LinkedHashMap<>())
                            .put(result.exercise(), result);
                    found.putIfAbsent(result.exercise(), new Exercise(result.exercise(), result.title()));
                });
        exercises = found.values().stream()
                .sorted(Comparator.comparing(Exercise::id, byOrder.thenComparing(Comparator.naturalOrder())))
                .toList();
    }

    List<String> learners() {
        return List.copyOf(byLearner.keySet());
    }

    List<Exercise> exercises() {
        return exercises;
    }

    /** The tracks in their order, each with its exercises. */
    Map<String, List<Exercise>> tracks() {
        Map<String, List<Exercise>> tracks = new LinkedHashMap<>();
        exercises.forEach(exercise -> tracks.computeIfAbsent(exercise.track(), track -> new ArrayList<>())
                .add(exercise));
        return tracks;
    }

    Optional<AttemptResult> at(String learner, Exercise exercise) {
        return Optional.ofNullable(byLearner.getOrDefault(learner, Map.of()).get(exercise.id()));
    }

    Standing standing(String learner, Exercise exercise) {
        return at(learner, exercise)
                .map(result -> Standing.of(result.verdict()))
                .orElse(Standing.ABSENT);
    }

    /** In the order of learners, and for each of them of exercises. */
    Stream<AttemptResult> results() {
        return learners().stream().flatMap(this::of);
    }

    Stream<AttemptResult> of(String learner) {
        return exercises.stream().flatMap(exercise -> at(learner, exercise).stream());
    }

    Stream<AttemptResult> of(Exercise exercise) {
        return learners().stream().flatMap(learner -> at(learner, exercise).stream());
    }

    Map<Standing, Integer> tally(String learner) {
        return tally(exercises.stream().map(exercise -> standing(learner, exercise)));
    }

    Map<Standing, Integer> tally(Exercise exercise) {
        return tally(learners().stream().map(learner -> standing(learner, exercise)));
    }

    /** How often there is each standing. */
    Map<Standing, Integer> tally() {
        return tally(learners().stream()
                .flatMap(learner -> exercises.stream().map(exercise -> standing(learner, exercise))));
    }

    private static Map<Standing, Integer> tally(Stream<Standing> standings) {
        Map<Standing, Integer> tally = new EnumMap<>(Standing.class);
        standings.forEach(standing -> tally.merge(standing, 1, Integer::sum));
        return tally;
    }

    /** The standings that occur, and always the first three. */
    static Set<Standing> shown(Map<Standing, Integer> tally) {
        Set<Standing> shown = new LinkedHashSet<>(List.of(Standing.PASS, Standing.FAIL, Standing.UNKNOWN));
        shown.addAll(tally.keySet());
        return shown;
    }
}
