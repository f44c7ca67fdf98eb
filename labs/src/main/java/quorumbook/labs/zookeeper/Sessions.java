package quorumbook.labs.zookeeper;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.history.Event;
import quorumbook.labs.observe.FourLetterWords;

/** Which sessions the servers keep alive, from the four-letter word {@code dump}. */
final class Sessions {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Pattern ID = Pattern.compile("\\b0x([0-9a-f]+)\\b");
    private static final String NEXT_SECTION = "ephemeral nodes dump";

    private Sessions() {}

    static Event.SessionsSeen alive(Cluster cluster, Clock clock) {
        Set<Long> alive = new HashSet<>();
        FourLetterWords.ask("dump", cluster, PATIENCE).values().forEach(answer -> alive.addAll(parse(answer)));
        return new Event.SessionsSeen(clock.instant(), alive);
    }

    static Set<Long> parse(String dump) {
        int end = dump.indexOf(NEXT_SECTION);
        Set<Long> ids = new HashSet<>();
        Matcher id = ID.matcher(end < 0 ? "" : dump.substring(0, end));
        while (id.find()) {
            ids.add(Long.parseUnsignedLong(id.group(1), 16));
        }
        return ids;
    }
}
