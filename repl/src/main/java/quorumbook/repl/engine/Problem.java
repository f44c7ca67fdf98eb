package quorumbook.repl.engine;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Something the compiler says about a place in what was typed.
 *
 * @param message one or more lines
 * @param isError false for a warning
 * @param from offset of the first character meant, in the whole source
 * @param to offset after the last
 * @param line number of the line of {@code from}, from 1
 * @param column of {@code from} in that line, from 1
 * @param lineText that line
 */
public record Problem(String message, boolean isError, int from, int to, int line, int column, String lineText) {
    static Problem at(String source, int from, int to, String message, boolean isError) {
        int start = Math.max(0, Math.min(from, source.length()));
        int end = Math.max(start, Math.min(to, source.length()));
        int lineStart = source.lastIndexOf('\n', start - 1) + 1;
        int lineEnd = source.indexOf('\n', start);
        int line = 1
                + (int) source.substring(0, start)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        String text = source.substring(lineStart, lineEnd < 0 ? source.length() : lineEnd);
        return new Problem(message, isError, start, end, line, start - lineStart + 1, text);
    }

    /** What the compiler says first, in one line: {@code "cannot find symbol: method increment(String)"}. */
    static String inAClause(List<Problem> problems) {
        return problems.stream()
                .filter(Problem::isError)
                .findFirst()
                .map(problem -> problem.message()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .map(line -> line.replaceFirst("^symbol: +", ""))
                        .collect(Collectors.joining(": "))
                        .replace("java.lang.", ""))
                .orElse("the compiler does not take it");
    }

    /** The marks below {@link #lineText}, as {@code jshell} draws them: {@code ^} for one character, else {@code ^--^}. */
    public String marks() {
        String indent = lineText.substring(0, column - 1).replaceAll("[^\t]", " ");
        int length = Math.min(to - from, lineText.length() - column + 1);
        return indent + (length <= 1 ? "^" : "^" + "-".repeat(length - 2) + "^");
    }
}
