package quorumbook.repl.page;

import java.util.List;
import java.util.stream.Collectors;

/** A page as bare words. */
final class PlainText {
    private PlainText() {}

    static String of(Page page) {
        return page.parts().stream().map(PlainText::of).collect(Collectors.joining("\n"));
    }

    private static String of(Part part) {
        if (part instanceof Part.Line line) {
            return words(line.spans());
        }
        if (part instanceof Part.Markdown markdown) {
            return markdown.source().stripTrailing();
        }
        if (part instanceof Part.Verbatim verbatim) {
            return verbatim.text().stripTrailing();
        }
        if (part instanceof Part.Table table) {
            String rows = table.rows().stream()
                    .map(row -> row.stream().map(Span::text).collect(Collectors.joining("  ")))
                    .collect(Collectors.joining("\n"));
            return table.header().isEmpty() ? rows : String.join("  ", table.header()) + "\n" + rows;
        }
        if (part instanceof Part.Lanes lanes) {
            return lanes.rows().stream()
                    .filter(row -> !row.lead().isEmpty())
                    .map(row -> words(row.lead()) + words(row.text()))
                    .collect(Collectors.joining("\n"));
        }
        return "";
    }

    private static String words(List<Span> spans) {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }
}
