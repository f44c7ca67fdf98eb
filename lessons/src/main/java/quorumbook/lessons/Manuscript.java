package quorumbook.lessons;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A lesson's file taken apart by lines: front matter, text, fences at the left margin. A full Markdown parser costs the
 * first prompt 30 ms to load; the lint uses one, and reports where the two would disagree.
 */
record Manuscript(Map<String, Entry> frontMatter, List<Piece> pieces) {
    private static final String RULE = "---";

    /** A value of the front matter and its line. */
    record Entry(String value, int line) {}

    sealed interface Piece {
        int line();

        /** The lines as they stand in the file. */
        String source();
    }

    record Text(String source, int line) implements Piece {}

    record Fence(String info, String text, int line, boolean closed, String source) implements Piece {}

    static Manuscript of(List<String> lines) {
        Map<String, Entry> frontMatter = new LinkedHashMap<>();
        int body = 0;
        if (!lines.isEmpty() && lines.get(0).stripTrailing().equals(RULE)) {
            body = 1;
            while (body < lines.size() && !lines.get(body).stripTrailing().equals(RULE)) {
                entry(lines.get(body), body + 1, frontMatter);
                body++;
            }
            body++;
        }
        return new Manuscript(frontMatter, pieces(lines, body));
    }

    Optional<String> title() {
        return Optional.ofNullable(frontMatter.get("title")).map(Entry::value).filter(title -> !title.isBlank());
    }

    private static void entry(String line, int number, Map<String, Entry> entries) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        int colon = line.indexOf(':');
        String key = colon < 0 ? line.strip() : line.substring(0, colon).strip();
        String value = colon < 0 ? "" : line.substring(colon + 1).strip();
        entries.put(key, new Entry(unquoted(value), number));
    }

    /** YAML allows a plain scalar without quotes, and needs them around one with {@code ": "} or a leading mark. */
    static String unquoted(String value) {
        boolean quoted = value.length() >= 2
                && (value.startsWith("\"") || value.startsWith("'"))
                && value.charAt(0) == value.charAt(value.length() - 1);
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    private static List<Piece> pieces(List<String> lines, int from) {
        List<Piece> pieces = new ArrayList<>();
        int textFrom = from;
        int at = from;
        while (at < lines.size()) {
            String mark = fenceMark(lines.get(at));
            if (mark.isEmpty()) {
                at++;
                continue;
            }
            addText(lines, textFrom, at, pieces);
            int end = endOfFence(lines, at + 1, mark);
            boolean closed = end < lines.size();
            int after = closed ? end + 1 : end;
            pieces.add(new Fence(
                    lines.get(at).substring(mark.length()).strip(),
                    String.join("\n", lines.subList(at + 1, end)),
                    at + 1,
                    closed,
                    String.join("\n", lines.subList(at, after))));
            at = after;
            textFrom = after;
        }
        addText(lines, textFrom, lines.size(), pieces);
        return List.copyOf(pieces);
    }

    private static void addText(List<String> lines, int from, int to, List<Piece> pieces) {
        int first = from;
        while (first < to && lines.get(first).isBlank()) {
            first++;
        }
        if (first < to) {
            String text = String.join("\n", lines.subList(first, to)).stripTrailing();
            pieces.add(new Text(text, first + 1));
        }
    }

    /** The run of three or more backticks or tildes that opens a fence here, or an empty text. */
    private static String fenceMark(String line) {
        if (!line.startsWith("```") && !line.startsWith("~~~")) {
            return "";
        }
        int length = run(line);
        boolean inlineCode = line.charAt(0) == '`' && line.indexOf('`', length) >= 0;
        return inlineCode ? "" : line.substring(0, length);
    }

    private static int endOfFence(List<String> lines, int from, String mark) {
        int at = from;
        while (at < lines.size() && !closes(lines.get(at), mark)) {
            at++;
        }
        return at;
    }

    private static boolean closes(String line, String mark) {
        String stripped = line.strip();
        int indent = line.indexOf(stripped);
        return indent <= 3 && stripped.startsWith(mark) && run(stripped) == stripped.length();
    }

    private static int run(String text) {
        int length = 0;
        while (length < text.length() && text.charAt(length) == text.charAt(0)) {
            length++;
        }
        return length;
    }
}
