package quorumbook.repl.terminal.look;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Breaks one paragraph into rows: at spaces and between Han characters, never before their closing marks, and inside a
 * word only if it is wider than the row.
 */
final class Wrapping {
    private static final int NARROWEST = 4;
    private static final int JOINER = 0x200d;
    private static final String CLOSING = "，。、；：？！）」』】》〉”’…～,.;:?!)]}%";
    private static final String OPENING = "（「『【《〈“‘([{";

    private final int[] points;
    private final Ink[] inks;

    private Wrapping(List<Run> runs) {
        points = runs.stream().flatMapToInt(run -> run.text().codePoints()).toArray();
        inks = new Ink[points.length];
        int at = 0;
        for (Run run : runs) {
            int length = run.text().codePointCount(0, run.text().length());
            Arrays.fill(inks, at, at + length, run.ink());
            at += length;
        }
    }

    /** Rows of at most {@code width} columns; the second and later begin {@code indent} columns in. */
    static List<Row> rows(List<Run> runs, int width, int indent) {
        int safeIndent = Math.max(0, Math.min(indent, width / 2));
        List<Row> rows = new ArrayList<>();
        for (List<Run> line : lines(runs)) {
            new Wrapping(line).wrap(Math.max(NARROWEST, width), safeIndent, rows);
        }
        return rows;
    }

    private static List<List<Run>> lines(List<Run> runs) {
        List<List<Run>> lines = new ArrayList<>();
        List<Run> line = new ArrayList<>();
        for (Run run : runs) {
            String rest = run.text();
            for (int end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
                line.add(new Run(run.ink(), rest.substring(0, end)));
                lines.add(line);
                line = new ArrayList<>();
                rest = rest.substring(end + 1);
            }
            line.add(new Run(run.ink(), rest));
        }
        lines.add(line);
        return lines;
    }

    private void wrap(int width, int indent, List<Row> rows) {
        int start = 0;
        int margin = rows.isEmpty() ? 0 : indent;
        do {
            int end = end(start, Math.max(NARROWEST, width - margin));
            rows.add(row(margin, start, end));
            start = end;
            while (start < points.length && points[start] == ' ') {
                start++;
            }
            margin = indent;
        } while (start < points.length);
    }

    /** Where the row that begins at {@code start} ends. */
    private int end(int start, int room) {
        int taken = 0;
        int lastBreak = -1;
        for (int i = start; i < points.length; i++) {
            taken += Columns.of(points[i]);
            if (taken > room) {
                if (points[i] == ' ') {
                    return i;
                }
                return lastBreak > start ? lastBreak : Math.max(i, start + 1);
            }
            if (mayBreakAfter(i) && !isBlank(start, i + 1)) {
                lastBreak = i + 1;
            }
        }
        return points.length;
    }

    private boolean mayBreakAfter(int i) {
        if (i + 1 >= points.length) {
            return false;
        }
        int here = points[i];
        int next = points[i + 1];
        if (here == ' ') {
            return true;
        }
        boolean betweenWide = Columns.of(here) == 2 || Columns.of(next) == 2;
        return betweenWide
                && next != ' '
                && here != JOINER
                && Columns.of(next) > 0
                && OPENING.indexOf(here) < 0
                && CLOSING.indexOf(next) < 0;
    }

    private boolean isBlank(int start, int end) {
        for (int i = start; i < end; i++) {
            if (points[i] != ' ') {
                return false;
            }
        }
        return true;
    }

    private Row row(int margin, int start, int end) {
        int last = end;
        while (last > start && points[last - 1] == ' ') {
            last--;
        }
        List<Run> runs = new ArrayList<>();
        if (margin > 0 && last > start) {
            runs.add(Run.plain(" ".repeat(margin)));
        }
        int from = start;
        for (int i = start + 1; i <= last; i++) {
            if (i == last || inks[i] != inks[from]) {
                runs.add(new Run(inks[from], new String(points, from, i - from)));
                from = i;
            }
        }
        return new Row(runs);
    }
}
