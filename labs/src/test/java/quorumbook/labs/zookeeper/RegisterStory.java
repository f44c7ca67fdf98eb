package quorumbook.labs.zookeeper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.Proof;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Waited;
import quorumbook.labs.history.Znode;

/** The history of a trial of {@code keepRegistered}, told step by step. Who owns a znode is part of its name's story. */
final class RegisterStory {
    static final long FIRST = 0x10;
    static final long SECOND = 0x20;
    private static final String FOLDER = "/members-1";

    private final Given given;
    private final List<Event> events = new ArrayList<>();
    private final Map<String, Znode> present = new TreeMap<>();
    private long zxid;

    RegisterStory(Given given) {
        this.given = given;
        noted(Registered.TRIAL, FOLDER);
    }

    /** Registered and seen, by a session that is long enough. */
    static RegisterStory begun(Given given) {
        return new RegisterStory(given)
                .created("a", FIRST)
                .looked(Registered.AFTER_START)
                .noted(Registered.TIMEOUT, "6000");
    }

    RegisterStory cut() {
        return fault("clients of zk1 cut off").noted(Registered.CAME_BACK, Registered.IN_TIME);
    }

    RegisterStory expired() {
        return fault("session of program expired").deleted("a");
    }

    static RegisterStory whole(Given given) {
        return begun(given)
                .cut()
                .looked(Registered.AFTER_CUT)
                .expired()
                .created("b", SECOND)
                .looked(Registered.AFTER_EXPIRY)
                .noted(Registered.BY_ITSELF, "true");
    }

    RegisterStory created(String name, long owner) {
        zxid++;
        present.put(name, new Znode(FOLDER + "/" + name, "", zxid, zxid, zxid, 0, 0, 0, owner));
        return changed(name, Event.Change.CREATED);
    }

    RegisterStory deleted(String name) {
        zxid++;
        present.remove(name);
        return changed(name, Event.Change.DELETED);
    }

    private RegisterStory changed(String name, Event.Change change) {
        events.add(new Event.ZnodeChanged(Instant.EPOCH, FOLDER + "/" + name, zxid, change));
        return this;
    }

    RegisterStory looked(String when) {
        noted(when, FOLDER);
        return saw();
    }

    /** A look that came because nothing else did. */
    RegisterStory lookedInVain(String when, Waited waited) {
        events.add(new Event.Noted(Instant.EPOCH, when, FOLDER, Optional.of(waited)));
        return saw();
    }

    RegisterStory waited(String name, Waited waited) {
        events.add(new Event.Noted(Instant.EPOCH, name, "over", Optional.of(waited)));
        return this;
    }

    private RegisterStory saw() {
        List<Znode> seen = new ArrayList<>();
        seen.add(new Znode(FOLDER, "", 0, 0, 0, 0, 0, 0, 0));
        seen.addAll(present.values());
        events.add(new Event.TreeSeen(Instant.EPOCH, FOLDER, seen));
        return this;
    }

    RegisterStory fault(String fault) {
        Proof proof = new Proof(NodeId.zk(1), "hurt", Instant.EPOCH, List.of("seen"));
        events.add(new Event.Inflicted(Instant.EPOCH, fault, List.of(proof)));
        return this;
    }

    RegisterStory noted(String name, String value) {
        events.add(new Event.Noted(Instant.EPOCH, name, value));
        return this;
    }

    RegisterStory answered(String question, String answer) {
        events.add(new Event.Predicted(Instant.EPOCH, question, answer, Map.of()));
        return this;
    }

    RegisterStory killed(long granted, long gone) {
        return noted(KilledClient.GRANTED_MILLIS, Long.toString(granted))
                .noted(KilledClient.GONE_MILLIS, Long.toString(gone));
    }

    History history() {
        return new History(given, events);
    }
}
