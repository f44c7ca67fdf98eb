package quorumbook.repl.rubric;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** A value in a YAML file that knows on which line it stands, to say so when it is refused. */
record Place(String file, int line, Node node) {
    static Place root(String file, Node node) {
        return new Place(file, lineOf(node), node);
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }

    boolean isScalar() {
        return node instanceof ScalarNode;
    }

    /** The entries, which may have these keys and no others. */
    Map<String, Place> keys(String... allowed) {
        Map<String, Place> entries = entries();
        entries.forEach((key, place) -> {
            if (!List.of(allowed).contains(key)) {
                throw place.refused("'" + key + "' means nothing here; there are " + String.join(", ", allowed));
            }
        });
        return entries;
    }

    /** The entries in the file's order; a key that is there twice is refused. */
    Map<String, Place> entries() {
        if (!(node instanceof MappingNode mapping)) {
            throw refused("here should be lines of the form 'name: value'");
        }
        Map<String, Place> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            // The line of the key, even if its value begins on a later one.
            int at = lineOf(tuple.getKeyNode());
            Place value = new Place(file, at, tuple.getValueNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw value.refused("here should be a name");
            }
            if (entries.put(key.getValue(), value) != null) {
                throw value.refused("'" + key.getValue() + "' is here for the second time");
            }
        }
        return entries;
    }

    BigDecimal number(BigDecimal least, BigDecimal most) {
        String text = node instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (!text.matches("-?[0-9]{1,9}(\\.[0-9]{1,2})?")) {
            throw refused("here should be a number with at most two decimals, such as 2 or 2.5");
        }
        BigDecimal number = new BigDecimal(text);
        if (number.compareTo(least) < 0 || number.compareTo(most) > 0) {
            throw refused(text + " is not from " + least.toPlainString() + " to " + most.toPlainString());
        }
        return number;
    }

    boolean truth() {
        String text = node instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (!text.equals("true") && !text.equals("false")) {
            throw refused("here should be true or false");
        }
        return text.equals("true");
    }

    RubricException refused(String why) {
        return new RubricException(file + ":" + line + ": " + why);
    }
}
