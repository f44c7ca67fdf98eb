package quorumbook.repl.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import quorumbook.repl.file.WholeFile;
import quorumbook.repl.result.ResultJson;
import quorumbook.repl.rubric.CheckPoints;
import quorumbook.repl.rubric.Points;
import quorumbook.repl.rubric.Scored;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Our own format, with what each check is worth: {@code LEARNER/TRACK.LESSON.json}. Its schema is {@code
 * quorumbook-result-1.schema.json}; {@link ResultJson} reads it.
 */
final class NativeJson implements Format {
    private static final int LONGEST_TEXT = 65_536;

    @Override
    public String name() {
        return "json";
    }

    @Override
    public List<Path> write(Path folder, List<Scored> results) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Scored each : Ordered.sorted(results)) {
            Path file = folder.resolve(FileName.of(each.result().learner()))
                    .resolve(Ordered.nameOfExercise(each) + ".json");
            files.add(WholeFile.write(file, text(each)));
        }
        return files;
    }

    private static String text(Scored each) {
        ObjectNode tree = (ObjectNode) clean(JsonText.MAPPER.readTree(ResultJson.write(each.result())));
        tree.set("points", points(each.points()));
        return JsonText.write(tree);
    }

    private static JsonNode clean(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(property -> property.setValue(clean(property.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, clean(array.get(i)));
            }
        } else if (node.isString()) {
            return JsonText.MAPPER.getNodeFactory().stringNode(CleanText.block(node.asString(), LONGEST_TEXT));
        }
        return node;
    }

    private static ObjectNode points(Points points) {
        ObjectNode tree = JsonText.object();
        tree.put("earned", points.earned()).put("max", points.max()).put("open", points.open());
        points.capped().ifPresent(why -> tree.put("capped", why));
        ArrayNode checks = tree.putArray("checks");
        for (CheckPoints check : points.checks()) {
            checks.addObject()
                    .put("id", check.id())
                    .put("earned", check.earned())
                    .put("max", check.max())
                    .put("safety", check.safety())
                    .put("open", check.open());
        }
        tree.put("rest", points.rest());
        return tree;
    }
}
