package quorumbook.repl.terminal.look;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import quorumbook.repl.page.Part;
import quorumbook.repl.page.Span;

/** Sets rows beside a picture; where text is only ever added, or signs are not drawn, the rows in words alone. */
final class LaneRows {
    private static final int NARROWEST_TEXT = 24;

    private LaneRows() {}

    static List<Row> of(Part.Lanes lanes, Look look, int width) {
        boolean drawn = look.signs() == Look.Signs.GLYPHS && look.motion() == Look.Motion.REPAINTS;
        List<Row> rows = new ArrayList<>();
        for (Part.LaneRow row : lanes.rows()) {
            if (drawn && fits(row, look, width)) {
                draw(row, look, width, rows);
            } else if (!row.lead().isEmpty()) {
                List<Run> words = Stream.concat(row.lead().stream(), row.text().stream())
                        .map(span -> Run.of(span, look))
                        .toList();
                rows.addAll(Wrapping.rows(words, width, columns(row.lead(), look)));
            }
        }
        return rows;
    }

    private static boolean fits(Part.LaneRow row, Look look, int width) {
        int room = width - columns(row.lead(), look) - columns(row.picture(), look);
        return room >= (row.text().isEmpty() ? 0 : NARROWEST_TEXT);
    }

    private static void draw(Part.LaneRow row, Look look, int width, List<Row> rows) {
        Row lead = Row.of(row.lead(), look);
        Row picture = Row.of(row.picture(), look);
        int room = width - lead.columns() - picture.columns();
        List<Run> text = row.text().stream().map(span -> Run.of(span, look)).toList();
        List<Run> margin = new ArrayList<>(lead.runs());
        margin.addAll(picture.runs());
        for (Row line : Wrapping.rows(text, room, 0)) {
            rows.add(line.after(margin));
            margin = new ArrayList<>(List.of(Run.plain(" ".repeat(lead.columns()))));
            margin.addAll(Row.of(row.below(), look).runs());
        }
    }

    private static int columns(List<Span> spans, Look look) {
        return Row.of(spans, look).columns();
    }
}
