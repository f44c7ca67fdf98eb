package quorumbook.repl.timeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import quorumbook.repl.page.Page;
import quorumbook.repl.page.Part;
import quorumbook.repl.page.Span;
import quorumbook.repl.page.Tone;

/**
 * A timeline as a page: time runs down, each lane is a column, each moment a row that also says everything in words. Where
 * nothing happens for long the time is folded; operations that were acknowledged one after the other share a row.
 */
public final class LanePage {
    private static final Duration LONG = Duration.ofSeconds(3);
    private static final int TOGETHER = 4;
    private static final int AROUND = 7;
    private static final String MARGIN = " ";
    private static final String BROKEN = "✗";
    private static final int LEGEND_COLUMNS = 78;

    private final Timeline timeline;
    private final int pitch;
    private final int numberColumns;
    private final int timeColumns;

    private LanePage(Timeline timeline) {
        this.timeline = timeline;
        this.pitch = timeline.lanes().size() <= 4 ? 3 : 2;
        List<Moment> moments = timeline.moments();
        this.numberColumns = Math.max(2, Integer.toString(moments.size()).length());
        this.timeColumns =
                moments.isEmpty() ? 0 : time(moments.get(moments.size() - 1)).length();
    }

    /** All of it. */
    public static Page of(Timeline timeline) {
        return new LanePage(timeline).page(1, timeline.moments().size(), 0);
    }

    /** What happened around the moment of that number. */
    public static Page around(Timeline timeline, int number) {
        int first = Math.max(1, number - AROUND);
        int last = Math.min(timeline.moments().size(), number + AROUND);
        return new LanePage(timeline).page(first, last, number);
    }

    private Page page(int first, int last, int pointed) {
        List<Part.LaneRow> rows = new ArrayList<>(header(first));
        List<Moment> shown = timeline.moments().subList(first - 1, last);
        int index = 0;
        while (index < shown.size()) {
            int together = pointed > 0 ? 1 : together(shown, index);
            List<Moment> group = shown.subList(index, index + together);
            fold(group.get(0)).ifPresent(rows::add);
            rows.add(together == 1 ? row(group.get(0), pointed) : row(group));
            index += together;
        }
        rows.addAll(legend(shown));
        return Page.writing().lanes(rows).done();
    }

    /** How many moments from that one share a row. */
    private static int together(List<Moment> moments, int from) {
        int to = from;
        while (to < moments.size() && moments.get(to).isOrdinary()) {
            to++;
        }
        return to - from >= TOGETHER ? to - from : 1;
    }

    /** The names of the lanes, each above its own. */
    private List<Part.LaneRow> header(int first) {
        List<Part.LaneRow> rows = new ArrayList<>();
        List<Lane> lanes = timeline.lanes();
        for (int named = 0; named < lanes.size(); named++) {
            List<Span> picture = new ArrayList<>();
            picture.add(Span.plain(blank()));
            for (Lane lane : lanes.subList(0, named)) {
                picture.add(line(lane, first - 1));
            }
            picture.add(Span.strong(lanes.get(named).name()));
            rows.add(drawing(picture));
        }
        return rows;
    }

    private String blank() {
        return " ".repeat(numberColumns + timeColumns + 4) + MARGIN;
    }

    private static Part.LaneRow drawing(List<Span> picture) {
        return new Part.LaneRow(List.of(), picture, List.of(), List.of());
    }

    private Part.LaneRow row(Moment moment, int pointed) {
        boolean isPointed = moment.number() == pointed;
        List<Span> text = new ArrayList<>();
        text.add(new Span(isPointed ? Tone.STRONG : Tone.PLAIN, moment.words()));
        moment.broken().forEach(claim -> text.add(Span.bad(". Broken here: " + claim)));
        String number = Integer.toString(moment.number());
        List<Span> lead = new ArrayList<>();
        lead.add(new Span(isPointed ? Tone.STRONG : Tone.FAINT, padded(number, numberColumns)));
        lead.add(new Span(isPointed ? Tone.STRONG : Tone.FAINT, "  " + padded(time(moment), timeColumns) + "  "));
        return new Part.LaneRow(lead, picture(List.of(moment)), below(moment.number()), text);
    }

    private Part.LaneRow row(List<Moment> group) {
        Moment first = group.get(0);
        Moment last = group.get(group.size() - 1);
        String clients = group.stream()
                .flatMap(moment -> moment.marks().stream())
                .map(mark -> mark.lane().name())
                .distinct()
                .collect(Collectors.joining(", "));
        List<Span> lead = List.of(
                Span.faint(padded(Integer.toString(first.number()), numberColumns)),
                Span.faint("  " + padded(time(first), timeColumns) + "  "));
        String words = group.size() + " operations of " + clients + " acknowledged (" + first.number() + " to "
                + last.number() + "), the last: " + last.words();
        return new Part.LaneRow(lead, picture(group), below(last.number()), List.of(Span.plain(words)));
    }

    private static String padded(String text, int columns) {
        return " ".repeat(Math.max(0, columns - text.length())) + text;
    }

    /** A row that stands for time in which nothing happened. */
    private Optional<Part.LaneRow> fold(Moment next) {
        if (next.number() == 1) {
            return Optional.empty();
        }
        Moment before = timeline.moments().get(next.number() - 2);
        Duration empty = Duration.between(before.at(), next.at());
        if (empty.compareTo(LONG) < 0) {
            return Optional.empty();
        }
        List<Span> picture = new ArrayList<>();
        picture.add(Span.plain(blank()));
        picture.addAll(lines(before.number()));
        picture.add(Span.faint("⋮ " + seconds(empty) + " in which nothing happened"));
        return Optional.of(drawing(picture));
    }

    private List<Span> picture(List<Moment> moments) {
        int before = moments.get(0).number() - 1;
        boolean broken = moments.stream().anyMatch(moment -> !moment.broken().isEmpty());
        List<Span> picture = new ArrayList<>();
        picture.add(broken ? Span.bad(BROKEN) : Span.plain(MARGIN));
        for (Lane lane : timeline.lanes()) {
            Optional<Mark> mark = moments.stream()
                    .flatMap(moment -> moment.marks().stream())
                    .filter(each -> each.lane().equals(lane))
                    .findFirst();
            picture.add(mark.map(each -> new Span(broken ? Tone.BAD : tone(each.sign()), cell(each.glyph())))
                    .orElseGet(() -> line(lane, before)));
        }
        return picture;
    }

    private List<Span> below(int number) {
        List<Span> below = new ArrayList<>(List.of(Span.plain(MARGIN)));
        below.addAll(lines(number));
        return below;
    }

    private List<Span> lines(int number) {
        return timeline.lanes().stream().map(lane -> line(lane, number)).toList();
    }

    /** A lane between the moment of that number and the next. */
    private Span line(Lane lane, int number) {
        Optional<State> state = timeline.state(lane, number);
        if (state.isEmpty()) {
            return Span.plain(cell(' '));
        }
        if (timeline.isTroubled(lane, number)) {
            return Span.bad(cell('╏'));
        }
        return switch (state.get()) {
            case LEADS -> Span.strong(cell('┃'));
            case HOLDS -> Span.good(cell('┃'));
            case SERVES, RUNS -> Span.plain(cell('│'));
            case IS_THERE -> Span.faint(cell('│'));
            case LOOKS, WAITS, SILENT -> Span.warning(cell('┊'));
            case PAUSED, ISOLATED -> Span.warning(cell('╎'));
            case DOWN, GONE -> Span.plain(cell(' '));
        };
    }

    private String cell(char glyph) {
        return glyph + " ".repeat(pitch - 1);
    }

    private static Tone tone(Sign sign) {
        return switch (sign) {
            case LEADS -> Tone.STRONG;
            case VOTES, SESSION, SEALED, TYPED -> Tone.CODE;
            case SERVES, STARTS, HEALED, ACKNOWLEDGED, ACQUIRED -> Tone.GOOD;
            case DOWN, FAULT, GONE, UNPROVED -> Tone.BAD;
            case LOOKS, SILENT, PAUSED, ISOLATED, REFUSED, UNKNOWN, WAITS -> Tone.WARNING;
            case SEEN -> Tone.FAINT;
            default -> Tone.PLAIN;
        };
    }

    /** What the drawn characters mean, those that are there. */
    private List<Part.LaneRow> legend(List<Moment> shown) {
        Set<Sign> signs = EnumSet.noneOf(Sign.class);
        shown.forEach(moment -> moment.marks().forEach(mark -> signs.add(mark.sign())));
        List<Part.LaneRow> rows = new ArrayList<>(List.of(drawing(List.of(Span.plain("")))));
        StringBuilder line = new StringBuilder();
        for (Sign sign : signs) {
            String entry = sign.glyph() + " " + sign.words();
            if (line.length() + entry.length() + 3 > LEGEND_COLUMNS) {
                rows.add(drawing(List.of(Span.faint(line.toString()))));
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : "   ").append(entry);
        }
        rows.add(drawing(List.of(Span.faint(line.toString()))));
        return rows;
    }

    private String time(Moment moment) {
        return seconds(timeline.since(moment));
    }

    static String seconds(Duration time) {
        double seconds = time.toMillis() / 1000.0;
        return seconds < 600
                ? String.format(Locale.ROOT, "%.2f s", seconds)
                : String.format(Locale.ROOT, "%d min %d s", time.toMinutes(), time.toSecondsPart());
    }
}
