package quorumbook.repl.page;

import java.util.List;

/** A part of a page. */
public sealed interface Part {
    /**
     * One paragraph, wrapped to the window; its second and later lines begin at column {@code indent}.
     *
     * @param indent columns that continuation lines are indented by
     */
    record Line(List<Span> spans, int indent) implements Part {
        public Line {
            spans = List.copyOf(spans);
        }
    }

    /** CommonMark with tables, rendered and wrapped by the terminal. */
    record Markdown(String source) implements Part {}

    /** Text whose line breaks and spaces stay as they are (a program's output, a picture of a cluster). */
    record Verbatim(Tone tone, String text) implements Part {}

    /** Rows of cells in columns, the widest column wrapped if need be; an empty header shows none. */
    record Table(List<String> header, List<List<Span>> rows) implements Part {
        public Table {
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * Rows beside a picture that runs down the left: drawn where characters can be, else each row in words alone.
     *
     * @param rows those that only draw have no {@code lead}, and are not there in words
     */
    record Lanes(List<LaneRow> rows) implements Part {
        public Lanes {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row of {@link Lanes}.
     *
     * @param lead what begins the row, in words too
     * @param picture what is drawn between
     * @param below what is drawn instead where the text goes on in another row
     * @param text what the row says, wrapped to the window
     */
    record LaneRow(List<Span> lead, List<Span> picture, List<Span> below, List<Span> text) {
        public LaneRow {
            lead = List.copyOf(lead);
            picture = List.copyOf(picture);
            below = List.copyOf(below);
            text = List.copyOf(text);
        }
    }

    /** An empty line. */
    record Gap() implements Part {}
}
