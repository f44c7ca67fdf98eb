package quorumbook.labs.observe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quorumbook.labs.cluster.Endpoint;
import quorumbook.labs.cluster.NodeId;

/**
 * A ZooKeeper session with the server that it is connected to now.
 *
 * @param watches the paths that it watches, as that server says
 */
public record SessionSight(long session, NodeId server, List<String> watches) {
    private static final Pattern SID = Pattern.compile("\\bsid=0x(\\p{XDigit}{1,16})\\b");

    public SessionSight {
        watches = List.copyOf(watches);
    }

    /** Every session that is connected to one of the servers; a server that does not answer in time has none to show. */
    public static List<SessionSight> all(Map<NodeId, Endpoint> servers, Duration patience) {
        Map<NodeId, String> connections = FourLetterWords.ask("cons", servers, patience);
        Map<NodeId, String> watchers = FourLetterWords.ask("wchp", servers, patience);
        List<SessionSight> sights = new ArrayList<>();
        new TreeMap<>(connections)
                .forEach((server, answer) -> sights.addAll(of(server, answer, watchers.getOrDefault(server, ""))));
        return sights;
    }

    /** What one server says: {@code cons} lists its connections, {@code wchp} under each path the sessions that watch it. */
    static List<SessionSight> of(NodeId server, String cons, String wchp) {
        Watches watches = Watches.of(wchp);
        List<SessionSight> sights = new ArrayList<>();
        cons.lines().forEach(line -> {
            Matcher sid = SID.matcher(line);
            if (sid.find()) {
                long session = Long.parseUnsignedLong(sid.group(1), 16);
                sights.add(new SessionSight(session, server, watches.by(session)));
            }
        });
        return sights;
    }
}
