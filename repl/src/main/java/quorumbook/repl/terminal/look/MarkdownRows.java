package quorumbook.repl.terminal.look;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/** Sets Markdown: each block into rows of the width that its list items and quotes leave it. */
final class MarkdownRows {
    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();
    private static final String CODE_MARGIN = "    ";

    private final Look look;

    MarkdownRows(Look look) {
        this.look = look;
    }

    List<Row> rows(String source, int width) {
        return blocks(PARSER.parse(source), width, Spacing.LOOSE);
    }

    private enum Spacing {
        LOOSE,
        TIGHT
    }

    private List<Row> blocks(Node parent, int width, Spacing spacing) {
        List<Row> rows = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            List<Row> block = block(child, width);
            if (!rows.isEmpty() && !block.isEmpty() && spacing == Spacing.LOOSE) {
                rows.add(Row.EMPTY);
            }
            rows.addAll(block);
        }
        return rows;
    }

    private List<Row> block(Node node, int width) {
        if (node instanceof Paragraph) {
            return Wrapping.rows(Inlines.of(node, Ink.PLAIN, look), width, 0);
        }
        if (node instanceof Heading heading) {
            return heading(heading, width);
        }
        if (node instanceof ListBlock list) {
            return list(list, width);
        }
        if (node instanceof FencedCodeBlock code) {
            return code(code.getInfo().strip().split("\\s", 2)[0], code.getLiteral());
        }
        if (node instanceof IndentedCodeBlock code) {
            return code("", code.getLiteral());
        }
        if (node instanceof BlockQuote) {
            Run bar = new Run(Ink.FAINT, look.signs() == Look.Signs.GLYPHS ? "│ " : "> ");
            return inside(blocks(node, width - 2, Spacing.LOOSE), bar, bar);
        }
        if (node instanceof TableBlock table) {
            return table(table, width);
        }
        if (node instanceof ThematicBreak) {
            return List.of(Row.of(Ink.FAINT, look.words("─").repeat(width)));
        }
        // HTML is comments and such: it means nothing here.
        return node instanceof HtmlBlock ? List.of() : blocks(node, width, Spacing.LOOSE);
    }

    /** Where there are no colours a heading is underlined, else one could not see it. */
    private List<Row> heading(Heading heading, int width) {
        Ink ink = heading.getLevel() <= 2 ? Ink.TITLE : Ink.STRONG;
        List<Row> rows = new ArrayList<>(Wrapping.rows(Inlines.of(heading, ink, look), width, 0));
        if (look.colours() == Look.Colours.OFF && !look.isSpoken() && heading.getLevel() <= 2) {
            int columns = rows.stream().mapToInt(Row::columns).max().orElse(0);
            rows.add(Row.of(Ink.PLAIN, (heading.getLevel() == 1 ? "=" : "-").repeat(columns)));
        }
        return rows;
    }

    private List<Row> list(ListBlock list, int width) {
        Spacing spacing = list.isTight() ? Spacing.TIGHT : Spacing.LOOSE;
        List<Row> rows = new ArrayList<>();
        int number = list instanceof OrderedList ordered ? ordered.getMarkerStartNumber() : 0;
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            String marker = list instanceof OrderedList ? number++ + ". " : look.words("• ");
            Run first = new Run(Ink.FAINT, marker);
            Run rest = Run.plain(" ".repeat(Columns.of(marker)));
            if (!rows.isEmpty() && spacing == Spacing.LOOSE) {
                rows.add(Row.EMPTY);
            }
            rows.addAll(inside(blocks(item, width - Columns.of(marker), spacing), first, rest));
        }
        return rows;
    }

    private List<Row> inside(List<Row> rows, Run first, Run rest) {
        List<Row> margined = new ArrayList<>();
        for (Row row : rows) {
            Run margin = margined.isEmpty() ? first : rest;
            boolean bare = row.runs().isEmpty() && margin.text().isBlank();
            margined.add(bare ? row : row.after(List.of(margin)));
        }
        return margined;
    }

    private List<Row> code(String language, String literal) {
        String text = Harmless.inLine(literal.stripTrailing());
        List<Row> rows = new ArrayList<>();
        List<Run> line = new ArrayList<>();
        for (Run run : Lexer.code(language, text)) {
            String[] pieces = run.text().split("\n", -1);
            for (int i = 0; i < pieces.length; i++) {
                if (i > 0) {
                    rows.add(codeRow(line));
                    line.clear();
                }
                line.add(new Run(run.ink(), look.words(pieces[i])));
            }
        }
        rows.add(codeRow(line));
        return rows;
    }

    private static Row codeRow(List<Run> line) {
        Row row = new Row(line);
        return row.text().isEmpty() ? Row.EMPTY : row.after(List.of(Run.plain(CODE_MARGIN)));
    }

    private List<Row> table(TableBlock table, int width) {
        List<List<Run>> header = List.of();
        List<List<List<Run>>> body = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (part instanceof TableHead) {
                    header = cells(row, Ink.STRONG);
                } else {
                    body.add(cells(row, Ink.PLAIN));
                }
            }
        }
        return new Grid(header, body, Grid.Rules.LINES).rows(look, width);
    }

    private List<List<Run>> cells(Node row, Ink ink) {
        List<List<Run>> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            cells.add(Inlines.of(cell, ink, look));
        }
        return cells;
    }
}
