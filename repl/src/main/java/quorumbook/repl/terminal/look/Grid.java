package quorumbook.repl.terminal.look;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Cells in columns; the widest columns give way, and their cells wrap, when the window is too narrow. */
final class Grid {
    private static final int NARROWEST = 6;

    private final List<List<Run>> header;
    private final List<List<List<Run>>> rows;
    private final Rules rules;

    /** How columns are told apart. */
    enum Rules {
        BLANKS("  "),
        LINES(" │ ");

        private final String between;

        Rules(String between) {
            this.between = between;
        }
    }

    Grid(List<List<Run>> header, List<List<List<Run>>> rows, Rules rules) {
        this.header = header;
        this.rows = rows;
        this.rules = rules;
    }

    List<Row> rows(Look look, int width) {
        if (look.isSpoken() || width < columnCount() * (NARROWEST + rules.between.length())) {
            return spoken(width);
        }
        int[] widths = widths(width);
        List<Row> drawn = new ArrayList<>();
        if (!header.isEmpty()) {
            draw(header, widths, look, drawn);
            if (rules == Rules.LINES) {
                drawn.add(rule(widths, look));
            }
        }
        rows.forEach(row -> draw(row, widths, look, drawn));
        return drawn;
    }

    private int columnCount() {
        return Math.max(
                1,
                IntStream.concat(IntStream.of(header.size()), rows.stream().mapToInt(List::size))
                        .max()
                        .orElse(1));
    }

    /** A row a sentence: "server: zk1; role: leader". */
    private List<Row> spoken(int width) {
        List<Row> spoken = new ArrayList<>();
        for (List<List<Run>> row : rows) {
            List<Run> sentence = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                if (Row.EMPTY.after(row.get(i)).columns() == 0) {
                    continue;
                }
                if (!sentence.isEmpty()) {
                    sentence.add(Run.plain(i == 1 && header.isEmpty() ? ": " : "; "));
                }
                if (i < header.size()) {
                    sentence.addAll(header.get(i));
                    sentence.add(Run.plain(": "));
                }
                sentence.addAll(row.get(i));
            }
            spoken.addAll(Wrapping.rows(sentence, width, 2));
        }
        return spoken;
    }

    private int[] widths(int width) {
        int[] widths = new int[columnCount()];
        widen(widths, header);
        rows.forEach(row -> widen(widths, row));
        int room = width - rules.between.length() * (widths.length - 1);
        while (IntStream.of(widths).sum() > room) {
            int widest = 0;
            for (int i = 1; i < widths.length; i++) {
                widest = widths[i] >= widths[widest] ? i : widest;
            }
            if (widths[widest] <= NARROWEST) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private static void widen(int[] widths, List<List<Run>> row) {
        for (int i = 0; i < row.size(); i++) {
            widths[i] = Math.max(widths[i], Row.EMPTY.after(row.get(i)).columns());
        }
    }

    private void draw(List<List<Run>> row, int[] widths, Look look, List<Row> drawn) {
        List<List<Row>> cells = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            cells.add(Wrapping.rows(row.get(i), widths[i], 0));
        }
        int height = cells.stream().mapToInt(List::size).max().orElse(0);
        for (int line = 0; line < height; line++) {
            drawn.add(line(cells, line, widths, look));
        }
    }

    private Row line(List<List<Row>> cells, int line, int[] widths, Look look) {
        List<Run> runs = new ArrayList<>();
        int last = lastColumn(cells, line);
        for (int i = 0; i <= last; i++) {
            Row cell = i < cells.size() && line < cells.get(i).size()
                    ? cells.get(i).get(line)
                    : Row.EMPTY;
            runs.addAll(cell.runs());
            if (i < last) {
                runs.add(Run.plain(" ".repeat(Math.max(0, widths[i] - cell.columns()))));
                runs.add(new Run(rules == Rules.LINES ? Ink.FAINT : Ink.PLAIN, look.words(rules.between)));
            }
        }
        return new Row(runs);
    }

    /** Blank columns at the end are not drawn, lines are: a table with lines keeps its shape. */
    private int lastColumn(List<List<Row>> cells, int line) {
        if (rules == Rules.LINES) {
            return columnCount() - 1;
        }
        int last = 0;
        for (int i = 0; i < cells.size(); i++) {
            last = line < cells.get(i).size() && cells.get(i).get(line).columns() > 0 ? i : last;
        }
        return last;
    }

    private Row rule(int[] widths, Look look) {
        StringBuilder rule = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            rule.append(i > 0 ? "─┼─" : "").append("─".repeat(widths[i]));
        }
        return Row.of(Ink.FAINT, look.words(rule.toString()));
    }
}
