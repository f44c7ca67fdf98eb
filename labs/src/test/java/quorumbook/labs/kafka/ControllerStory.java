package quorumbook.labs.kafka;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.Proof;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Znode;

/** Writes by hand what watches on Kafka's znodes would have noted; each transaction gets the next zxid. */
final class ControllerStory {
    private static final long SESSIONS = 0x1000;
    private final Given given;
    private final List<Event> events = new ArrayList<>();
    private long zxid = 100;
    private long epoch = 6;
    private long created;
    private long seconds;

    ControllerStory(Given given) {
        this.given = given;
    }

    /** Three registered brokers, each leading a partition. */
    static ControllerStory begun(Given given) {
        ControllerStory story = new ControllerStory(given);
        for (int broker = 1; broker <= 3; broker++) {
            story.seen(ControllerLook.registration(broker), "", ++story.zxid, story.zxid, 0, session(broker));
        }
        for (int partition = 0; partition < 3; partition++) {
            story.leads(partition, partition + 1);
        }
        return story.reigns(2);
    }

    /** Its registration is seen once more. */
    ControllerStory alive(int broker) {
        return seen(ControllerLook.registration(broker), "", 1, 1, 0, session(broker));
    }

    static long session(int broker) {
        return SESSIONS + broker;
    }

    private Instant now() {
        return Instant.EPOCH.plusSeconds(seconds++);
    }

    /** A broker creates the znode, and sets the epoch with it. */
    ControllerStory reigns(int broker) {
        zxid++;
        epoch++;
        return controller(session(broker)).epoch(Long.toString(epoch));
    }

    /** Some session creates the znode, and leaves the epoch alone. */
    ControllerStory forged(long session) {
        zxid++;
        return controller(session);
    }

    private ControllerStory controller(long session) {
        created = zxid;
        return seen(ControllerLook.CONTROLLER, "{}", zxid, zxid, 0, session);
    }

    ControllerStory epoch(String value) {
        return seen(ControllerLook.EPOCH, value, 1, zxid, 1, 0);
    }

    /** Somebody writes to the znode that the broker created. */
    ControllerStory set(int broker) {
        zxid++;
        return seen(ControllerLook.CONTROLLER, "{}", created, zxid, 1, session(broker));
    }

    ControllerStory leads(int partition, int leader) {
        zxid++;
        return seen(
                ControllerLook.state(given.value("topic"), partition),
                "{\"controller_epoch\":" + epoch + ",\"leader\":" + leader
                        + ",\"version\":1,\"leader_epoch\":1,\"isr\":[1,2,3]}",
                1,
                zxid,
                0,
                0);
    }

    private ControllerStory seen(String path, String data, long czxid, long mzxid, int version, long owner) {
        Znode znode = new Znode(path, data, czxid, mzxid, czxid, version, 0, 0, owner);
        events.add(new Event.TreeSeen(now(), path, List.of(znode)));
        return this;
    }

    /** One transaction takes both away. */
    ControllerStory sessionEnds(int broker) {
        zxid++;
        return gone(ControllerLook.CONTROLLER).gone(ControllerLook.registration(broker));
    }

    ControllerStory deleted() {
        zxid++;
        return gone(ControllerLook.CONTROLLER);
    }

    private ControllerStory gone(String path) {
        events.add(new Event.ZnodeChanged(now(), path, zxid, Event.Change.DELETED));
        return this;
    }

    ControllerStory done(String verb, NodeId node) {
        Instant now = now();
        events.add(new Event.Done(now, new Proof(node, verb, now, List.of("seen"))));
        return this;
    }

    ControllerStory killed(int broker) {
        return done("killed", NodeId.kafka(broker));
    }

    ControllerStory sealed(String question, String answer) {
        events.add(new Event.Predicted(now(), question, answer, Map.of()));
        return this;
    }

    /** The right answers, if kafka2 is killed in epoch 7. */
    ControllerStory sealedRight() {
        return sealed(ControllerElection.RULE, "first")
                .sealed(ControllerElection.WAIT_AFTER_KILL, "session")
                .sealed(ControllerElection.WAIT_AFTER_DELETE, "at-once")
                .sealed(ControllerElection.EPOCH, "9")
                .sealed(ControllerElection.NEW_LEADER, "3");
    }

    ControllerStory without(java.util.function.Predicate<Event> unwanted) {
        events.removeIf(unwanted);
        return this;
    }

    History history() {
        return new History(given, events);
    }
}
