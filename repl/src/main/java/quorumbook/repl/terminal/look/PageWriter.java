package quorumbook.repl.terminal.look;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Part;

/** Sets pages: rows for a width, where prose is wrapped and what a program printed is left alone. */
public final class PageWriter {
    private final Look look;

    public PageWriter(Look look) {
        this.look = look;
    }

    public List<Row> rows(Page page, int width) {
        int prose = Math.min(width, Look.PROSE_COLUMNS);
        List<Row> rows = new ArrayList<>();
        page.parts().forEach(part -> rows.addAll(rows(part, prose, width)));
        return rows;
    }

    /** The page as text for the screen, each row with its line end. */
    public String text(Page page, int width) {
        return rows(page, width).stream()
                .map(row -> row.painted(look.colours()) + "\n")
                .collect(Collectors.joining());
    }

    private List<Row> rows(Part part, int prose, int width) {
        if (part instanceof Part.Line line) {
            List<Run> runs =
                    line.spans().stream().map(span -> Run.of(span, look)).toList();
            return Wrapping.rows(runs, prose, line.indent());
        }
        if (part instanceof Part.Markdown markdown) {
            return new MarkdownRows(look).rows(markdown.source(), prose);
        }
        if (part instanceof Part.Verbatim verbatim) {
            Ink ink = Ink.of(verbatim.tone());
            return verbatim.text()
                    .stripTrailing()
                    .lines()
                    .map(line -> line.isEmpty() ? Row.EMPTY : Row.of(ink, look.words(Harmless.inLine(line))))
                    .toList();
        }
        if (part instanceof Part.Table table) {
            return grid(table).rows(look, width);
        }
        if (part instanceof Part.Lanes lanes) {
            return LaneRows.of(lanes, look, width);
        }
        return List.of(Row.EMPTY);
    }

    private Grid grid(Part.Table table) {
        List<List<Run>> header = table.header().stream()
                .map(cell -> List.of(new Run(Ink.STRONG, look.words(Harmless.inLine(cell)))))
                .toList();
        List<List<List<Run>>> rows = table.rows().stream()
                .map(row ->
                        row.stream().map(cell -> List.of(Run.of(cell, look))).toList())
                .toList();
        return new Grid(header, rows, Grid.Rules.BLANKS);
    }
}
