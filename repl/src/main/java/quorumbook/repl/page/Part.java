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

    /** An empty line. */
    record Gap() implements Part {}
}
