package quorumbook.repl.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import quorumbook.repl.timeline.HtmlTimeline;

/** What every page is: one file, its style in it, no script and nothing fetched. */
final class Document {
    /** A browser keeps to it whatever is on the page. */
    private static final String POLICY = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
            + "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\"/>\n";

    private Document() {}

    static String of(String title, Consumer<Html> body) {
        Html html = new Html();
        html.pieces("<!DOCTYPE html>\n").open("html", "lang", "en").line().open("head");
        html.single("meta", "charset", "utf-8").line();
        html.pieces(POLICY);
        html.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        html.single("meta", "name", "referrer", "content", "no-referrer").line();
        html.element("title", title).line();
        html.open("style").pieces(style()).close().line().close().line().open("body");
        body.accept(html);
        return html.close().line().close().line().done();
    }

    private static String style() {
        try (InputStream css = Document.class.getResourceAsStream("report.css")) {
            return HtmlTimeline.style() + new String(Objects.requireNonNull(css).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("report.css cannot be read", e);
        }
    }

    /** How often there is each standing, as a bar and in words. */
    static void tally(Html html, Map<Standing, Integer> tally, int all) {
        html.open("span", "class", "share", "aria-hidden", "true");
        tally.forEach(
                (standing, count) -> html.element("i", "", "class", standing.look(), "style", "flex-grow:" + count));
        html.close();
        html.open("ul", "class", "tally");
        for (Standing standing : Gradebook.shown(tally)) {
            int count = tally.getOrDefault(standing, 0);
            html.open("li", "class", count == 0 ? "zero" : standing.look())
                    .element("b", String.valueOf(count))
                    .text(" ");
            standing.writeTo(html);
            html.close();
        }
        html.close().line();
    }
}
