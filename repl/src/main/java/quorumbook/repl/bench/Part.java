package quorumbook.repl.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import quorumbook.labs.history.Event;

/** What the time of an attempt was spent on, as its history tells: each while by what it ended with. */
enum Part {
    START("start"),
    /** Until a client asked, was answered, waited, held. */
    LOAD("load"),
    /** Until a fault was proved, or healed. */
    FAULT("fault"),
    /** Until servers voted, or one of them led. */
    ELECTION("election"),
    /** Until a look showed what was waited for. */
    SETTLE("settle"),
    JUDGE("judge");

    private final String words;

    Part(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** The parts between the two moments: the last one, in which nothing is noted any more, is that of the judges. */
    static Map<Part, Duration> of(List<Event> events, Instant from, Instant to) {
        Map<Part, Duration> parts = new EnumMap<>(Part.class);
        Instant before = from;
        List<Event> ordered = events.stream()
                .filter(event -> event.at().isAfter(from) && !event.at().isAfter(to))
                .sorted(Comparator.comparing(Event::at))
                .toList();
        for (Event event : ordered) {
            parts.merge(endingWith(event), Duration.between(before, event.at()), Duration::plus);
            before = event.at();
        }
        parts.merge(JUDGE, Duration.between(before, to), Duration::plus);
        return parts;
    }

    private static Part endingWith(Event event) {
        if (event instanceof Event.Inflicted
                || event instanceof Event.Healed
                || event instanceof Event.Unproved
                || event instanceof Event.Done) {
            return FAULT;
        }
        if (event instanceof Event.Voted || event instanceof Event.Led) {
            return ELECTION;
        }
        boolean look = event instanceof Event.Observed
                || event instanceof Event.Noted
                || event instanceof Event.TreeSeen
                || event instanceof Event.ZnodeChanged
                || event instanceof Event.SessionsSeen
                || event instanceof Event.TopicSeen
                || event instanceof Event.LogSeen
                || event instanceof Event.OffsetSeen
                || event instanceof Event.PartitionSeen;
        return look ? SETTLE : LOAD;
    }
}
