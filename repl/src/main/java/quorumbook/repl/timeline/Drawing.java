package quorumbook.repl.timeline;

import static quorumbook.repl.timeline.Markup.escaped;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The picture of a timeline as SVG: lanes from top to bottom, time from left to right. */
final class Drawing {
    static final int TOP = 36;
    static final int ROW = 52;
    private static final int BOTTOM = 42;
    private static final int MARGIN = 28;
    private static final int CLOSEST = 26;
    private static final int WIDEST = 110;
    private static final double PIXELS_PER_MILLI = 0.05;
    private static final int AXIS_EVERY = 78;
    private static final int LETTER = 6;
    private static final Duration LONG = Duration.ofMillis(3_000);

    private final Timeline timeline;
    private final Naming naming;
    private final List<Moment> moments;
    private final int[] x;
    private final StringBuilder svg = new StringBuilder();

    private Drawing(Timeline timeline, Naming naming) {
        this.timeline = timeline;
        this.naming = naming;
        this.moments = timeline.moments();
        this.x = places();
    }

    static String svg(Timeline timeline, Naming naming) {
        return new Drawing(timeline, naming).drawn();
    }

    /** Where each moment stands; one more for the end. Time is to scale where things happen neither at once nor never. */
    private int[] places() {
        int[] places = new int[moments.size() + 1];
        int place = MARGIN;
        for (int each = 0; each < moments.size(); each++) {
            if (each > 0) {
                place += (int) Math.max(CLOSEST, Math.min(WIDEST, gap(each).toMillis() * PIXELS_PER_MILLI));
            }
            places[each] = place;
        }
        places[moments.size()] = place + 2 * MARGIN;
        return places;
    }

    private Duration gap(int index) {
        return Duration.between(moments.get(index - 1).at(), moments.get(index).at());
    }

    private String drawn() {
        int width = x[x.length - 1] + MARGIN;
        int height = TOP + ROW * timeline.lanes().size() + BOTTOM;
        String title = naming.id("picture-title");
        String text = naming.id("picture-text");
        String hatched = naming.id("hatched");
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                        .formatted(width, height, width, height))
                .append(" style=\"--hatched: url(#%s)\" role=\"img\" aria-labelledby=\"%s\" aria-describedby=\"%s\">\n"
                        .formatted(hatched, title, text))
                .append("<title id=\"%s\">%s as lanes</title>\n".formatted(title, escaped(naming.what())))
                .append("<desc id=\"%s\">%s</desc>\n".formatted(text, escaped(described())))
                .append("<defs><pattern id=\"%s\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\" "
                        .formatted(hatched))
                .append("patternTransform=\"rotate(45)\"><line class=\"hatching\" y2=\"8\"/></pattern></defs>\n");
        for (int row = 0; row < timeline.lanes().size(); row += 2) {
            svg.append("<rect class=\"row\" y=\"%d\" width=\"%d\" height=\"%d\"/>\n"
                    .formatted(TOP + row * ROW, width, ROW));
        }
        axis(height);
        timeline.troubles().forEach(this::band);
        timeline.stretches().forEach(this::stretch);
        moments.stream().filter(moment -> !moment.broken().isEmpty()).forEach(moment -> broken(moment, height));
        moments.forEach(this::marks);
        return svg.append("</svg>\n").toString();
    }

    private String described() {
        List<String> names = timeline.lanes().stream().map(Lane::name).toList();
        return names.size() + " lanes: " + String.join(", ", names) + ". " + moments.size()
                + " moments, each of them in the list below the picture.";
    }

    private void axis(int height) {
        int last = -AXIS_EVERY;
        for (int each = 0; each < moments.size(); each++) {
            if (x[each] - last >= AXIS_EVERY) {
                last = x[each];
                line("tick", x[each], TOP - 8, x[each], height - BOTTOM);
                text("axis", x[each], TOP - 14, "middle", LanePage.seconds(timeline.since(moments.get(each))));
            }
            if (each > 0 && gap(each).compareTo(LONG) >= 0) {
                fold(each, height);
            }
        }
    }

    /** A wavy line through all lanes where time was folded. */
    private void fold(int each, int height) {
        int middle = (x[each - 1] + x[each]) / 2;
        StringBuilder wave = new StringBuilder("M" + middle + " " + TOP);
        for (int y = TOP; y + 8 <= height - BOTTOM; y += 8) {
            wave.append(" q").append(y / 8 % 2 == 0 ? "5 4 0 8" : "-5 4 0 8");
        }
        svg.append("<path class=\"fold\" d=\"").append(wave).append("\"/>\n");
        text("said", middle, height - 26, "middle", "… " + LanePage.seconds(gap(each)) + " …");
    }

    private int y(Lane lane) {
        return TOP + ROW * timeline.lanes().indexOf(lane) + ROW / 2;
    }

    private int at(int number) {
        return x[Math.min(number, x.length) - 1];
    }

    private void band(Trouble trouble) {
        for (Lane lane : trouble.lanes()) {
            int from = at(trouble.from());
            int width = Math.max(CLOSEST, at(trouble.to()) - from);
            svg.append(
                    "<rect class=\"band\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\"><title>%s</title></rect>\n"
                            .formatted(
                                    from, y(lane) - ROW / 2 + 3, width, ROW - 6, escaped("fault: " + trouble.words())));
            text("fault-words", from + 14, y(lane) - 11, "start", trouble.words());
        }
    }

    private void stretch(Stretch stretch) {
        int from = at(stretch.from());
        int to = at(stretch.to());
        if (to <= from) {
            return;
        }
        String kind = stretch.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String title = escaped(stretch.lane().name() + " " + stretch.state().words());
        int y = y(stretch.lane());
        int thick = thickness(stretch.state());
        if (thick > 0) {
            svg.append(
                    "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"3\"><title>%s</title></rect>\n"
                            .formatted(kind, from, y - thick / 2, to - from, thick, title));
        } else {
            svg.append("<line class=\"%s\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"><title>%s</title></line>\n"
                    .formatted(kind, from, y, to, y, title));
        }
        boolean fits =
                to - from >= 2 * LETTER + LETTER * stretch.state().words().length();
        if (fits && stretch.state() != State.IS_THERE) {
            text("said", from + 14, y + 20, "start", stretch.state().words());
        }
    }

    private static int thickness(State state) {
        return switch (state) {
            case LEADS, HOLDS, PAUSED, ISOLATED -> 12;
            case SERVES -> 4;
            default -> 0;
        };
    }

    private void broken(Moment moment, int height) {
        int at = at(moment.number());
        line("broken-line", at, TOP - 4, at, height - BOTTOM);
        text(
                "broken-words",
                at,
                height - 10,
                at > x[x.length - 1] / 2 ? "end" : "start",
                "✗ " + String.join("; ", moment.broken()));
    }

    private void marks(Moment moment) {
        int at = at(moment.number());
        svg.append("<g id=\"%s\">".formatted(naming.mark(moment)));
        for (Mark mark : moment.marks()) {
            String broken = moment.broken().isEmpty() ? "" : ". Broken here: " + String.join("; ", moment.broken());
            String title =
                    moment.number() + ", " + LanePage.seconds(timeline.since(moment)) + ": " + moment.words() + broken;
            String look = moment.broken().isEmpty() ? look(mark.sign()) : "bad";
            svg.append("<a href=\"#%s\" tabindex=\"-1\"><g class=\"mark %s\"><title>%s</title>"
                            .formatted(naming.row(moment), look, escaped(title)))
                    .append("<circle cx=\"%d\" cy=\"%d\" r=\"10\"/>".formatted(at, y(mark.lane())))
                    .append("<text x=\"%d\" y=\"%d\">%s</text></g></a>"
                            .formatted(at, y(mark.lane()) + 4, escaped(String.valueOf(mark.glyph()))));
        }
        svg.append("</g>\n");
    }

    private static String look(Sign sign) {
        return switch (sign) {
            case LEADS -> "lead";
            case SERVES, STARTS, HEALED, ACKNOWLEDGED, ACQUIRED -> "good";
            case DOWN, FAULT, GONE, UNPROVED -> "bad";
            case LOOKS, SILENT, PAUSED, ISOLATED, REFUSED, UNKNOWN, WAITS -> "warn";
            case SEEN -> "quiet";
            default -> "plain";
        };
    }

    private void line(String kind, int x1, int y1, int x2, int y2) {
        svg.append("<line class=\"%s\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>\n".formatted(kind, x1, y1, x2, y2));
    }

    private void text(String kind, int at, int y, String anchor, String words) {
        svg.append("<text class=\"%s\" x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>\n"
                .formatted(kind, at, y, anchor, escaped(words)));
    }
}
