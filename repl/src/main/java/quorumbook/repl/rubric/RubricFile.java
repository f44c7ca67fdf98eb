package quorumbook.repl.rubric;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
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

    private final Map<String, ? extends Collection<String>> known;

    private RubricFile(Map<String, ? extends Collection<String>> known) {
        this.known = known;
    }

    static Rubric read(Path file, Map<String, ? extends Collection<String>> known) throws IOException {
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
        Map<String, Worth> exercises = new LinkedHashMap<>();
        if (keys.containsKey("exercises")) {
            keys.get("exercises").entries().forEach((id, place) -> {
                Collection<String> has = known.get(id);
                if (has == null) {
                    throw place.refused("there is no exercise '" + id + "'; there are "
                            + String.join(", ", new TreeSet<>(known.keySet())));
                }
                exercises.put(id, worth(id, has, place, points));
            });
        }
        return new Rubric(points, exercises);
    }

    private static Worth worth(String exercise, Collection<String> has, Place place, BigDecimal otherwise) {
        if (place.isScalar()) {
            return new Worth(place.number(BigDecimal.ZERO, MOST_POINTS), Map.of());
        }
        Map<String, Place> keys = place.keys("points", "checks");
        Map<String, Worth.Share> checks = new LinkedHashMap<>();
        if (keys.containsKey("checks")) {
            keys.get("checks").entries().forEach((id, check) -> {
                if (!has.contains(id)) {
                    throw check.refused(exercise + " has no check '" + id + "'; it has " + String.join(", ", has));
                }
                checks.put(id, share(check));
            });
            boolean allNamed = checks.keySet().containsAll(has);
            if (allNamed
                    && checks.values().stream().allMatch(share -> share.shares().signum() == 0)) {
                throw place.refused("no check of " + exercise + " has a share of its points; give one of them 1");
            }
        }
        return new Worth(points(keys, otherwise), checks);
    }

    private static BigDecimal points(Map<String, Place> keys, BigDecimal otherwise) {
        return keys.containsKey("points") ? keys.get("points").number(BigDecimal.ZERO, MOST_POINTS) : otherwise;
    }

    private static Worth.Share share(Place place) {
        if (place.isScalar()) {
            return new Worth.Share(place.number(BigDecimal.ZERO, MOST_POINTS), false, BigDecimal.ZERO);
        }
        Map<String, Place> keys = place.keys("shares", "safety", "cap");
        Place safety = keys.get("safety");
        boolean caps = safety != null && safety.truth();
        Place cap = keys.get("cap");
        if (cap != null && !caps) {
            throw cap.refused("a cap is for a check about safety; write safety: true beside it");
        }
        Place shares = keys.get("shares");
        return new Worth.Share(
                shares == null ? BigDecimal.ONE : shares.number(BigDecimal.ZERO, MOST_POINTS),
                caps,
                cap == null ? BigDecimal.ZERO : cap.number(BigDecimal.ZERO, BigDecimal.ONE));
    }
}
