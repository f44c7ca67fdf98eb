package quorumbook.lessons;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ${name}} in the text of a lesson stands for a value that each attempt has of its own. */
final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-z][A-Za-z0-9]*)}");

    private Placeholders() {}

    static String fill(String text, Map<String, String> values) {
        if (!text.contains("${")) {
            return text;
        }
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }

    static void collect(Block block, Set<String> names) {
        for (String text : block.texts()) {
            PLACEHOLDER.matcher(text).results().forEach(found -> names.add(found.group(1)));
        }
    }

    /** Where in the line a dollar and brace begin that are no placeholder; empty if all are well formed. */
    static List<Integer> broken(String line) {
        List<Integer> columns = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(line);
        for (int at = line.indexOf("${"); at >= 0; at = line.indexOf("${", at + 2)) {
            if (!matcher.region(at, line.length()).lookingAt()) {
                columns.add(at);
            }
        }
        return columns;
    }
}
