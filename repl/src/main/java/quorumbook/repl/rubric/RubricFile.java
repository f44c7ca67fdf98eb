package quorumbook.repl.rubric;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A rubric's file:
 *
 * <pre>
 * points: 10                # of an exercise that says nothing else
 * exercises:
 *   zookeeper/tree: 5
 *   zookeeper/lock:
 *     points: 20
 *     checks:
 *       lock-is-released: 2
 *       one-holder-at-a-time: {shares: 3, safety: true, cap: 0.25}
 * </pre>
 */
final class RubricFile {
    private static final BigDecimal MOST_POINTS = BigDecimal.valueOf(1_000_000);

    private final Map<String, Declared> known;

    private RubricFile(Map<String, Declared> known) {
        this.known = known;
    }

    static Rubric read(Path file, Map<String, Declared> known) throws IOException {
        String name = file.toString();
        try {
            LoadSettings settings =
                    LoadSettings.builder().setLabel(name).setUseMarks(true).build();
            Optional<Node> root = new Compose(settings).composeString(Files.readString(file));
            if (root.isEmpty()) {
                throw new RubricException(name + ":1: the rubric is empty; it begins with points: or exercises:");
            }
            return new RubricFile(known).rubric(Place.root(name, root.get()));
        } catch (CharacterCodingException e) {
            throw new RubricException(name + ":1: this is not text in UTF-8");
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new RubricException(name + ":" + line + ": this is not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw new RubricException(name + ":1: this is not YAML: " + e.getMessage());
        }
    }

    private Rubric rubric(Place root) {
        Map<String, Place> keys = root.keys("points", "exercises");
        BigDecimal points = points(keys, Worth.DEFAULT);
        Map<String, Worth> exercises = Rubric.worths(points, known);
        if (keys.containsKey("exercises")) {
            keys.get("exercises").entries().forEach((id, place) -> {
                Declared has = known.get(id);
                if (has == null) {
                    throw place.refused("there is no exercise '" + id + "'; there are "
                            + String.join(", ", new TreeSet<>(known.keySet())));
                }
                exercises.put(id, worth(id, has, place, points));
            });
        }
        return new Rubric(points, exercises);
    }

    private static Worth worth(String exercise, Declared has, Place place, BigDecimal otherwise) {
        if (place.isScalar()) {
            return Worth.of(place.number(BigDecimal.ZERO, MOST_POINTS), has);
        }
        Map<String, Place> keys = place.keys("points", "checks");
        Map<String, Worth.Share> checks = new LinkedHashMap<>();
        if (keys.containsKey("checks")) {
            keys.get("checks").entries().forEach((id, check) -> {
                if (!has.checks().contains(id)) {
                    throw check.refused(
                            exercise + " has no check '" + id + "'; it has " + String.join(", ", has.checks()));
                }
                checks.put(id, share(check, has.share(id)));
            });
            if (has.checks().stream()
                    .allMatch(id ->
                            checks.getOrDefault(id, has.share(id)).shares().signum() == 0)) {
                throw place.refused("no check of " + exercise + " has a share of its points; give one of them 1");
            }
        }
        return Worth.of(points(keys, otherwise), has, checks);
    }

    private static BigDecimal points(Map<String, Place> keys, BigDecimal otherwise) {
        return keys.containsKey("points") ? keys.get("points").number(BigDecimal.ZERO, MOST_POINTS) : otherwise;
    }

    /** What is said of a check; what is left unsaid is as its lab has it. */
    private static Worth.Share share(Place place, Worth.Share otherwise) {
        if (place.isScalar()) {
            return new Worth.Share(place.number(BigDecimal.ZERO, MOST_POINTS), otherwise.safety(), otherwise.cap());
        }
        Map<String, Place> keys = place.keys("shares", "safety", "cap");
        Place safety = keys.get("safety");
        boolean caps = safety == null ? otherwise.safety() : safety.truth();
        Place cap = keys.get("cap");
        if (cap != null && !caps) {
            throw cap.refused("a cap is for a check about safety; write safety: true beside it");
        }
        Place shares = keys.get("shares");
        BigDecimal unsaid = caps ? otherwise.shares() : BigDecimal.ONE;
        return new Worth.Share(
                shares == null ? unsaid : shares.number(BigDecimal.ZERO, MOST_POINTS),
                caps,
                cap == null ? BigDecimal.ZERO : cap.number(BigDecimal.ZERO, BigDecimal.ONE));
    }
}
