package quorumbook.answers.attack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;

/** What may be missing of what was noted, or be otherwise: of files of the learner's too, which are noted line by line. */
final class NoteGaps extends Retelling {
    /** Neither a number, nor properties, nor one of our words. */
    private static final String UNREADABLE = "\\u?";

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    private final Map<String, Event.Noted> last = new LinkedHashMap<>();

    NoteGaps(History history, BiConsumer<String, Stream<? extends Event>> add) {
        super(history, add);
        history.all(Event.Noted.class).forEach(noted -> last.put(noted.name(), noted));
    }

    void tell() {
        last.forEach((name, noted) -> {
            told("in which '" + name + "' was noted again", Stream.concat(events(), Stream.of(noted)));
            values(name);
            otherwise(noted, "");
            otherwise(noted, UNREADABLE);
            zeros(noted);
            lines(noted);
            neighbours(noted);
        });
    }

    /** Where one name is noted with several values, each of them is missing alone. */
    private void values(String name) {
        Set<String> values = new LinkedHashSet<>();
        history.all(Event.Noted.class).stream()
                .filter(noted -> noted.name().equals(name))
                .forEach(noted -> values.add(noted.value()));
        if (values.size() > 1) {
            values.forEach(value -> without(
                    "'" + name + "' as '" + value + "'",
                    event -> event instanceof Event.Noted noted
                            && noted.name().equals(name)
                            && noted.value().equals(value)));
        }
    }

    private void otherwise(Event.Noted noted, String value) {
        with(
                "that noted '" + noted.name() + "' as '" + value + "'",
                event -> event == noted ? new Event.Noted(noted.at(), noted.name(), value) : event);
    }

    /** One of the numbers of what is no longer than a line is none. */
    private void zeros(Event.Noted noted) {
        String value = noted.value();
        if (value.lines().count() == 1) {
            numbers(value)
                    .forEach(number ->
                            otherwise(noted, value.substring(0, number.start()) + "0" + value.substring(number.end())));
        }
    }

    /** Each line is missing, ends before its last number, comes twice with another number first, has another number. */
    private void lines(Event.Noted noted) {
        List<String> lines = noted.value().lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at);
            List<Matcher> numbers = numbers(line);
            for (Matcher number : numbers) {
                otherwise(noted, with(lines, at, List.of(higher(line, number))));
            }
            if (!numbers.isEmpty()) {
                String cut = line.substring(0, numbers.get(numbers.size() - 1).start());
                otherwise(noted, with(lines, at, List.of(cut)));
                otherwise(noted, with(lines, at, List.of(line, higher(line, numbers.get(0)))));
            }
            if (lines.size() > 1) {
                otherwise(noted, with(lines, at, List.of()));
            }
        }
    }

    private static List<Matcher> numbers(String line) {
        List<Matcher> numbers = new ArrayList<>();
        int from = 0;
        for (Matcher number = NUMBER.matcher(line); number.find(from); number = NUMBER.matcher(line)) {
            from = number.end();
            numbers.add(number);
        }
        return numbers;
    }

    private static String higher(String line, Matcher number) {
        return line.substring(0, number.start()) + (Long.parseLong(number.group()) + 1) + line.substring(number.end());
    }

    private static String with(List<String> lines, int at, List<String> instead) {
        List<String> changed = new ArrayList<>(lines.subList(0, at));
        changed.addAll(instead);
        changed.addAll(lines.subList(at + 1, lines.size()));
        return String.join("\n", changed);
    }

    /** What was noted of one server, copy or time is noted of another. */
    private void neighbours(Event.Noted noted) {
        Set<String> others = new LinkedHashSet<>();
        last.values().stream()
                .filter(other -> kind(other).equals(kind(noted)))
                .forEach(other -> others.add(other.value()));
        others.remove(noted.value());
        others.forEach(value -> otherwise(noted, value));
    }

    private static String kind(Event.Noted noted) {
        return noted.name().replaceAll("\\d", "");
    }
}
