package quorumbook.repl.page;

import java.util.ArrayList;
import java.util.List;

/** What a command returns: parts to be shown one below the other. An empty page shows nothing. */
public record Page(List<Part> parts) {
    public Page {
        parts = List.copyOf(parts);
    }

    public static Page empty() {
        return new Page(List.of());
    }

    /** A page of one paragraph. */
    public static Page of(Span... spans) {
        return writing().line(spans).done();
    }

    public static Page markdown(String source) {
        return new Page(List.of(new Part.Markdown(source)));
    }

    public static Writing writing() {
        return new Writing();
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** This page, and below it the other. */
    public Page then(Page other) {
        List<Part> both = new ArrayList<>(parts);
        both.addAll(other.parts);
        return new Page(both);
    }

    /** The words of the page without tones, one line a paragraph: for tests, files and logs. */
    public String plainText() {
        return PlainText.of(this);
    }

    /** Writes a page part by part. */
    public static final class Writing {
        private final List<Part> parts = new ArrayList<>();

        public Writing line(Span... spans) {
            return indented(0, spans);
        }

        /** A paragraph whose continuation lines begin at {@code indent}. */
        public Writing indented(int indent, Span... spans) {
            parts.add(new Part.Line(List.of(spans), indent));
            return this;
        }

        public Writing markdown(String source) {
            parts.add(new Part.Markdown(source));
            return this;
        }

        public Writing verbatim(Tone tone, String text) {
            parts.add(new Part.Verbatim(tone, text));
            return this;
        }

        public Writing table(List<String> header, List<List<Span>> rows) {
            parts.add(new Part.Table(header, rows));
            return this;
        }

        public Writing lanes(List<Part.LaneRow> rows) {
            parts.add(new Part.Lanes(rows));
            return this;
        }

        public Writing gap() {
            parts.add(new Part.Gap());
            return this;
        }

        public Writing page(Page page) {
            parts.addAll(page.parts());
            return this;
        }

        public Page done() {
            return new Page(parts);
        }
    }
}
