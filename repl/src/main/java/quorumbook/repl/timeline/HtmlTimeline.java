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
 * A timeline as pieces of HTML, without headings, for a page of its own or one that holds several. Whoever wrote the texts in
 * it, they are shown and never obeyed. Each piece is well-formed XML as well.
 */
public final class HtmlTimeline {
    private final Timeline timeline;
    private final Naming naming;

    /**
     * @param prefix what the ids in it begin with, so that no other timeline on the page has the same; may be empty
     * @param what is shown, for whoever does not see it: {@code The attempt}
     */
    public HtmlTimeline(Timeline timeline, String prefix, String what) {
        this.timeline = timeline;
        this.naming = new Naming(prefix, what);
    }

    /** What its pieces need of CSS, once on a page; the colours it defines are for the page around it too. */
    public static String style() {
        return resource("picture.css");
    }

    static String resource(String name) {
        try (InputStream css = HtmlTimeline.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(css).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    /** A sentence: how many moments, in how long, since when. */
    public String about() {
        int count = timeline.moments().size();
        String length = count == 0
                ? "0 s"
                : LanePage.seconds(timeline.since(timeline.moments().get(count - 1)));
        return count + (count == 1 ? " moment" : " moments") + " in " + length + ", from "
                + timeline.begin().truncatedTo(ChronoUnit.SECONDS)
                + ". Time runs to the right; long pauses are folded. The same is in the list below the picture.";
    }

    /** The lanes, their names beside them. */
    public String picture() {
        StringBuilder html =
                new StringBuilder("<div class=\"picture\">\n<ol class=\"names\" aria-hidden=\"true\"><li></li>");
        for (Lane lane : timeline.lanes()) {
            html.append("<li>")
                    .append(escaped(lane.name()))
                    .append("<small>")
                    .append(lane.kind().words())
                    .append("</small></li>");
        }
        return html.append("</ol>\n<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .append(escaped(naming.what()))
                .append(", a picture that scrolls\">\n")
                .append(Drawing.svg(timeline, naming))
                .append("</div>\n</div>\n")
                .toString();
    }

    /** What the signs mean that are in the picture. */
    public String legend() {
        Set<Sign> signs = EnumSet.noneOf(Sign.class);
        timeline.moments().forEach(moment -> moment.marks().forEach(mark -> signs.add(mark.sign())));
        StringBuilder html = new StringBuilder("<ul class=\"legend\">\n");
        for (Sign sign : signs) {
            html.append("<li><b aria-hidden=\"true\">")
                    .append(escaped(String.valueOf(sign.glyph())))
                    .append("</b> ")
                    .append(escaped(sign.words()))
                    .append("</li>\n");
        }
        return html.append("</ul>").toString();
    }

    /** Every moment in words. */
    public String moments() {
        StringBuilder html =
                new StringBuilder("<div class=\"tables\"><table>\n<caption>In the order of time; a number leads to its "
                        + "mark in the picture.</caption>\n<thead><tr><th scope=\"col\" class=\"number\">Moment</th>"
                        + "<th scope=\"col\" class=\"number\">Time</th><th scope=\"col\">Where</th>"
                        + "<th scope=\"col\">What happened</th></tr></thead>\n<tbody>\n");
        timeline.moments().forEach(moment -> moment(html, moment));
        return html.append("</tbody>\n</table></div>").toString();
    }

    private void moment(StringBuilder html, Moment moment) {
        String lanes = moment.marks().stream()
                .map(mark -> mark.lane().name())
                .distinct()
                .collect(Collectors.joining(", "));
        html.append("<tr id=\"%s\"><th scope=\"row\" class=\"number\"><a href=\"#%s\">%d</a></th>"
                        .formatted(naming.row(moment), naming.mark(moment), moment.number()))
                .append("<td class=\"number\">")
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

    /** Who was what, and how long. */
    public String stretches() {
        StringBuilder html = new StringBuilder("<div class=\"tables\"><table>\n<caption>Faults first, then each lane."
                + "</caption>\n<thead><tr><th scope=\"col\">Who</th><th scope=\"col\">What</th>"
                + "<th scope=\"col\" class=\"number\">From</th><th scope=\"col\" class=\"number\">To</th></tr></thead>\n"
                + "<tbody>\n");
        timeline.troubles().forEach(trouble -> stretch(html, "fault", trouble.words(), trouble.from(), trouble.to()));
        timeline.stretches().stream()
                .filter(stretch -> stretch.state() != State.IS_THERE)
                .forEach(stretch ->
                        stretch(html, stretch.lane().name(), stretch.state().words(), stretch.from(), stretch.to()));
        return html.append("</tbody>\n</table></div>").toString();
    }

    private void stretch(StringBuilder html, String who, String what, int from, int to) {
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
