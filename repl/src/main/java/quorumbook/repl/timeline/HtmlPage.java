package quorumbook.repl.timeline;

import static quorumbook.repl.timeline.Markup.escaped;

/**
 * A timeline as one file for a browser: the picture, what its signs mean, and every moment again in a table for whoever does
 * not see the picture. It runs no script and fetches nothing; its policy forbids both.
 */
public final class HtmlPage {
    private HtmlPage() {}

    /** @param title what was attempted */
    public static String of(Timeline timeline, String title) {
        HtmlTimeline pieces = new HtmlTimeline(timeline, "", "The attempt");
        String name = escaped(title);
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<title>" + name + ": timeline</title>\n<style>\n"
                + HtmlTimeline.resource("page.css") + HtmlTimeline.style() + "</style>\n</head>\n<body>\n"
                + "<a class=\"skip\" href=\"#moments\">To the list of moments</a>\n<header><h1>" + name + "</h1>\n"
                + "<p class=\"about\">" + pieces.about() + "</p></header>\n<main>\n"
                + pieces.picture()
                + section("signs", "", "What the signs mean", pieces.legend())
                + section("moments", " tabindex=\"-1\"", "Every moment", pieces.moments())
                + section("stretches", "", "Who was what, and how long", pieces.stretches())
                + "</main>\n</body>\n</html>\n";
    }

    private static String section(String id, String focus, String heading, String content) {
        return "<section aria-labelledby=\"%s\"><h2 id=\"%s\"%s>%s</h2>\n".formatted(id, id, focus, heading) + content
                + "</section>\n";
    }
}
