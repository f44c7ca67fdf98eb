package quorumbook.repl.command;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A submission is what one types; names and values of this attempt are written by their names, so that it fits others. */
public final class Submission {
    private Submission() {}

    /** The lines with each given value of a {@code zk} or {@code kafka-} line replaced by {@code ${name}}. */
    static List<String> lines(List<String> typed, Map<String, String> given) {
        return typed.stream().map(line -> general(line, given)).toList();
    }

    private static String general(String line, Map<String, String> given) {
        if (!line.startsWith("zk ") && !line.startsWith("kafka-")) {
            return line;
        }
        List<Map.Entry<String, String>> longestFirst = given.entrySet().stream()
                .filter(entry -> entry.getValue().length() > 3)
                .sorted(Comparator.comparing((Map.Entry<String, String> entry) ->
                                entry.getValue().length())
                        .reversed())
                .toList();
        String general = line;
        for (Map.Entry<String, String> entry : longestFirst) {
            general = general.replace(entry.getValue(), "${" + entry.getKey() + "}");
        }
        return general;
    }

    /** A {@code zk} or {@code kafka-} line with each {@code $name} and {@code ${name}} replaced by the given value. */
    public static String particular(String line, Map<String, String> given) {
        String particular = line;
        List<String> longestFirst = given.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        for (String name : longestFirst) {
            particular = particular
                    .replace("${" + name + "}", given.get(name))
                    .replaceAll(
                            "\\$" + name + "(?![A-Za-z0-9_])",
                            java.util.regex.Matcher.quoteReplacement(given.get(name)));
        }
        return particular;
    }
}
