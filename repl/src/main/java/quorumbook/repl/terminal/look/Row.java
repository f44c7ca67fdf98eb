package quorumbook.repl.terminal.look;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import quorumbook.repl.page.Span;

/** One row of the screen, left to right. */
public record Row(List<Run> runs) {
    static final Row EMPTY = new Row(List.of());

    public Row {
        runs = List.copyOf(runs);
    }

    static Row of(Run... runs) {
        return new Row(List.of(runs));
    }

    static Row of(Ink ink, String text) {
        return of(new Run(ink, text));
    }

    /** Spans one after the other. */
    public static Row of(List<Span> spans, Look look) {
        return new Row(spans.stream().map(span -> Run.of(span, look)).toList());
    }

    /** The row cut to so many columns, with an ellipsis if anything is missing. */
    public Row cut(int columns, String ellipsis) {
        if (columns() <= columns) {
            return this;
        }
        List<Run> kept = new ArrayList<>();
        int room = Math.max(0, columns - Columns.of(ellipsis));
        for (Run run : runs) {
            String text = Columns.cut(run.text(), room, "");
            kept.add(new Run(run.ink(), text));
            room -= Columns.of(text);
            if (text.length() < run.text().length()) {
                break;
            }
        }
        kept.add(Run.plain(ellipsis));
        return new Row(kept);
    }

    /** This row with a margin of runs before it. */
    Row after(List<Run> margin) {
        List<Run> all = new ArrayList<>(margin);
        all.addAll(runs);
        return new Row(all);
    }

    /** The columns that it takes; a Han character takes two. */
    public int columns() {
        return runs.stream().mapToInt(run -> Columns.of(run.text())).sum();
    }

    public String text() {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }

    /** The row as it is sent to the screen, without the line end. */
    public String painted(Look.Colours colours) {
        if (colours == Look.Colours.OFF) {
            return text();
        }
        return runs.stream().map(run -> run.ink().paint(run.text())).collect(Collectors.joining());
    }
}
