package quorumbook.repl.timeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static quorumbook.repl.timeline.Markup.escaped;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A timeline as one file for a browser: the picture, what its signs mean, and every moment again in a table for whoever does
 * not see the picture. It runs no script and fetches nothing; its policy forbids both.
 */
public final class HtmlPage {
    private final Timeline timeline;
    private final StringBuilder html = new StringBuilder();

    private HtmlPage(Timeline timeline) {
        this.timeline = timeline;
    }

    /** @param title what was attempted */
    public static String of(Timeline timeline, String title) {
        return new HtmlPage(timeline).page(escaped(title));
    }

    private String page(String title) {
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                        + "style-src 'unsafe-inline'\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<title>")
                .append(title)
                .append(": timeline</title>\n<style>\n")
                .append(style())
                .append("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#moments\">To the list of moments</a>\n")
                .append("<header><h1>")
                .append(title)
                .append("</h1>\n<p class=\"about\">")
                .append(about())
                .append("</p></header>\n<main>\n");
        picture();
        legend();
        moments();
        stretches();
        return html.append("</main>\n</body>\n</html>\n").toString();
    }

    private static String style() {
        try (InputStream css = HtmlPage.class.getResourceAsStream("timeline.css")) {
            return new String(Objects.requireNonNull(css).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("timeline.css cannot be read", e);
        }
    }

    private String about() {
        int count = timeline.moments().size();
        String length = count == 0
                ? "0 s"
                : LanePage.seconds(timeline.since(timeline.moments().get(count - 1)));
        return count + (count == 1 ? " moment" : " moments") + " in " + length + ", from " + timeline.begin().truncatedTo(ChronoUnit.SECONDS)
                + ". Time runs to the right; long pauses are folded. The same is in the list below the picture.";
    }

    private void picture() {
        html.append("<div class=\"picture\">\n<ol class=\"names\" aria-hidden=\"true\"><li></li>");
        for (Lane lane : timeline.lanes()) {
            html.append("<li>")
                    .append(escaped(lane.name()))
                    .append("<small>")
                    .append(lane.kind().words())
                    .append("</small></li>");
        }
        html.append(
                        "</ol>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"The picture, scrolls\">\n")
                .append(Drawing.svg(timeline))
                .append("</div>\n</div>\n");
    }

    private void legend() {
        Set<Sign> signs = EnumSet.noneOf(Sign.class);
        timeline.moments().forEach(moment -> moment.marks().forEach(mark -> signs.add(mark.sign())));
        html.append(
                "<section aria-labelledby=\"signs\"><h2 id=\"signs\">What the signs mean</h2>\n<ul class=\"legend\">\n");
        for (Sign sign : signs) {
            html.append("<li><b aria-hidden=\"true\">")
                    .append(escaped(String.valueOf(sign.glyph())))
                    .append("</b> ")
                    .append(escaped(sign.words()))
                    .append("</li>\n");
        }
        html.append("</ul></section>\n");
    }

    private void moments() {
        html.append("<section aria-labelledby=\"moments\"><h2 id=\"moments\" tabindex=\"-1\">Every moment</h2>\n"
                + "<div class=\"tables\"><table>\n<caption>In the order of time; a number leads to its mark in the picture."
                + "</caption>\n<thead><tr><th scope=\"col\" class=\"number\">Moment</th>"
                + "<th scope=\"col\" class=\"number\">Time</th><th scope=\"col\">Where</th>"
                + "<th scope=\"col\">What happened</th></tr></thead>\n<tbody>\n");
        timeline.moments().forEach(this::moment);
        html.append("</tbody>\n</table></div></section>\n");
    }

    private void moment(Moment moment) {
        String lanes = moment.marks().stream()
                .map(mark -> mark.lane().name())
                .distinct()
                .collect(Collectors.joining(", "));
        html.append("<tr id=\"m")
                .append(moment.number())
                .append("\"><th scope=\"row\" class=\"number\"><a href=\"#p")
                .append(moment.number())
                .append("\">")
                .append(moment.number())
                .append("</a></th><td class=\"number\">")
                .append(LanePage.seconds(timeline.since(moment)))
                .append("</td><td>")
                .append(escaped(lanes))
                .append("</td><td class=\"what\">")
                .append(escaped(moment.words()));
        moment.broken()
                .forEach(claim -> html.append(" <strong class=\"broken\">✗ Broken here: ")
                        .append(escaped(claim))
                        .append("</strong>"));
        html.append("</td></tr>\n");
    }

    private void stretches() {
        html.append("<section aria-labelledby=\"stretches\"><h2 id=\"stretches\">Who was what, and how long</h2>\n"
                + "<div class=\"tables\"><table>\n<caption>Faults first, then each lane.</caption>\n"
                + "<thead><tr><th scope=\"col\">Who</th><th scope=\"col\">What</th>"
                + "<th scope=\"col\" class=\"number\">From</th><th scope=\"col\" class=\"number\">To</th></tr></thead>\n"
                + "<tbody>\n");
        timeline.troubles().forEach(trouble -> stretch("fault", trouble.words(), trouble.from(), trouble.to()));
        timeline.stretches().stream()
                .filter(stretch -> stretch.state() != State.IS_THERE)
                .forEach(stretch ->
                        stretch(stretch.lane().name(), stretch.state().words(), stretch.from(), stretch.to()));
        html.append("</tbody>\n</table></div></section>\n");
    }

    private void stretch(String who, String what, int from, int to) {
        html.append("<tr><th scope=\"row\">")
                .append(escaped(who))
                .append("</th><td>")
                .append(escaped(what))
                .append("</td><td class=\"number\">")
                .append(time(from))
                .append("</td><td class=\"number\">")
                .append(to > timeline.moments().size() ? "the end" : time(to))
                .append("</td></tr>\n");
    }

    private String time(int number) {
        return LanePage.seconds(timeline.since(timeline.moments().get(number - 1)));
    }
}
