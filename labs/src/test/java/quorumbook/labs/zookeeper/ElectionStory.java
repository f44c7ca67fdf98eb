package quorumbook.labs.zookeeper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.Proof;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;
import quorumbook.labs.observe.Observation;
import quorumbook.labs.observe.Role;
import quorumbook.labs.observe.ServerSight;
import quorumbook.labs.observe.Zxid;

/** Writes the history of an ensemble by hand, as a lab would have noted it. */
final class ElectionStory {
    private static final Instant NOW = Instant.EPOCH;
    private final Given given;
    private final List<Event> events = new ArrayList<>();

    ElectionStory(Given given) {
        this.given = given;
    }

    ElectionStory done(String verb, int... servers) {
        for (int server : servers) {
            events.add(new Event.Done(NOW, new Proof(NodeId.zk(server), verb, NOW, List.of("seen"))));
        }
        return this;
    }

    /** An answer, and what zk1, zk2, … did when it was sealed. */
    ElectionStory sealed(String question, String answer, String words) {
        Map<String, String> situation = new LinkedHashMap<>();
        int server = 0;
        for (String word : words.split(" ")) {
            server++;
            situation.put("zk" + server, word);
        }
        situation.put(EnsembleLook.SETTLED, "true");
        events.add(new Event.Predicted(NOW, question, answer, situation));
        return this;
    }

    /** An answer that was sealed while the servers were still at it. */
    ElectionStory sealedUnsettled(String question, String answer) {
        events.add(new Event.Predicted(NOW, question, answer, Map.of(EnsembleLook.SETTLED, "false")));
        return this;
    }

    /** What zk1, zk2, … do at the check. */
    ElectionStory seen(String words) {
        return seen(words, true);
    }

    ElectionStory seen(String words, boolean settled) {
        List<ServerSight> servers = new ArrayList<>();
        for (String word : words.split(" ")) {
            servers.add(sight(NodeId.zk(servers.size() + 1), word));
        }
        events.add(new Event.Observed(NOW, new Observation(NOW, servers)));
        return noted(EnsembleLook.SETTLED, Boolean.toString(settled));
    }

    private static ServerSight sight(NodeId node, String word) {
        return switch (word) {
            case "down" -> new ServerSight(node, Condition.STOPPED, Role.DOWN, Optional.empty());
            case "died" -> new ServerSight(node, Condition.DIED, Role.DOWN, Optional.empty());
            case "paused" -> new ServerSight(node, Condition.PAUSED, Role.SILENT, Optional.empty());
            default ->
                new ServerSight(
                        node,
                        Condition.RUNNING,
                        Role.valueOf(word.toUpperCase(Locale.ROOT)),
                        Optional.of(Zxid.of(0x100000005L)));
        };
    }

    /** A vote of a server for itself. */
    ElectionStory voted(int server, long epoch, long zxid) {
        events.add(new Event.Voted(NOW, NodeId.zk(server), 1, server, Zxid.of(zxid), epoch));
        return this;
    }

    /** A server was in step with the leader of that epoch. */
    ElectionStory joined(int server, long epoch) {
        return noted(EnsembleLook.joinedBy(NodeId.zk(server)), Long.toString(epoch));
    }

    ElectionStory led(int server, long epoch) {
        events.add(new Event.Led(NOW, "ensemble", NodeId.zk(server), epoch));
        return this;
    }

    ElectionStory noted(String name, String value) {
        events.add(new Event.Noted(NOW, name, value));
        return this;
    }

    ElectionStory event(Event event) {
        events.add(event);
        return this;
    }

    ElectionStory without(java.util.function.Predicate<Event> unwanted) {
        events.removeIf(unwanted);
        return this;
    }

    History history() {
        return new History(given, events);
    }
}
