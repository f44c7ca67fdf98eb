package quorumbook.repl.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.Proof;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;
import quorumbook.labs.history.Outcome;
import quorumbook.labs.history.Position;
import quorumbook.labs.history.Request;
import quorumbook.labs.observe.Observation;
import quorumbook.labs.observe.Role;
import quorumbook.labs.observe.ServerSight;
import quorumbook.labs.observe.Zxid;

/** A history written by hand, an event after the other. */
public final class Story {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final List<Event> events = new ArrayList<>();
    private Instant now = NOON;
    private long operations;

    /** Three servers elect, a client writes, the leader crashes, an acknowledged write is lost and one is in doubt. */
    public static Story ofACrash() {
        Story story = new Story();
        story.typed("/start zk1 zk2 zk3").after(40).add(at -> done(at, 1, "started"));
        story.after(90).add(at -> done(at, 2, "started"));
        story.after(300).vote(1, 1).after(4).vote(2, 2).after(9).vote(1, 2);
        story.after(210).led(2, 1).after(120).seen(Role.FOLLOWER, Role.LEADER, Role.DOWN);
        story.after(80).add(at -> done(at, 3, "started"));
        story.after(300).vote(3, 3).after(20).seen(Role.FOLLOWER, Role.LEADER, Role.FOLLOWER);
        story.after(4_200).add(at -> new Event.Predicted(at, "next-leader", "zk1 <b>", Map.of()));
        story.after(900).add(at -> new Event.SessionOpened(at, 0x100001234560000L));
        for (int write = 1; write <= 6; write++) {
            story.after(15).acknowledged("worker 1", "/counter", Integer.toString(write), write);
        }
        long doubtful = story.after(5).invoked("worker 1", "/counter", "7");
        story.after(2).add(at -> new Event.Inflicted(at, "zk2 crashed", List.of(proof(at, 2, "killed"))));
        story.after(30).ended(doubtful, new Outcome.Unknown("ConnectionLoss"));
        story.after(100)
                .vote(1, 1)
                .after(3)
                .vote(3, 3)
                .after(5)
                .vote(1, 3)
                .after(205)
                .led(3, 2);
        story.after(140).seen(Role.FOLLOWER, Role.DOWN, Role.LEADER);
        story.after(600).acknowledged("worker 1", "/counter", "6", 0x200000001L);
        story.after(900).add(at -> new Event.Healed(at, "zk2 crashed", List.of(proof(at, 2, "started"))));
        story.after(700).seen(Role.FOLLOWER, Role.FOLLOWER, Role.LEADER);
        return story.after(300).add(at -> new Event.TreeSeen(at, "/counter", List.of()));
    }

    /** Two contenders take turns at a lock, one of them loses its session; a topic is looked at. */
    public static Story ofALock() {
        Story story = new Story().seen(Role.STANDALONE);
        story.after(500).add(at -> new Event.Queued(at, "ann", "/lock", 0));
        story.after(20).add(at -> new Event.Acquired(at, "ann", "/lock"));
        story.after(20).add(at -> new Event.Queued(at, "bob", "/lock", 1));
        story.after(20).add(at -> new Event.Used(at, "ann", "/lock"));
        story.after(9_000).add(at -> new Event.Gone(at, "ann", "its session expired"));
        story.after(20).add(at -> new Event.Acquired(at, "bob", "/lock"));
        story.after(20).add(at -> new Event.Released(at, "bob", "/lock"));
        return story.after(5).add(at -> new Event.ZnodeChanged(at, "/lock", 0x100000008L, Event.Change.DELETED));
    }

    public Story after(long millis) {
        now = now.plus(Duration.ofMillis(millis));
        return this;
    }

    public Story add(Function<Instant, Event> event) {
        events.add(event.apply(now));
        return this;
    }

    public Story typed(String line) {
        return add(at -> new Event.Noted(at, Timeline.TYPED, line));
    }

    Story vote(int server, int leader) {
        return add(at -> new Event.Voted(at, NodeId.zk(server), 1, leader, Zxid.of(0x100000006L), 1));
    }

    Story led(int server, int epoch) {
        return add(at -> new Event.Led(at, "ensemble", NodeId.zk(server), epoch));
    }

    Story controls(int broker, int epoch) {
        return add(at -> new Event.Led(at, "controller", NodeId.kafka(broker), epoch));
    }

    Story seen(Role... roles) {
        List<ServerSight> servers = new ArrayList<>();
        for (Role role : Arrays.asList(roles)) {
            Condition condition = role == Role.DOWN ? Condition.STOPPED : Condition.RUNNING;
            servers.add(new ServerSight(NodeId.zk(servers.size() + 1), condition, role, Optional.empty()));
        }
        return add(at -> new Event.Observed(at, new Observation(at, servers)));
    }

    long invoked(String client, String path, String data) {
        operations++;
        add(at -> new Event.Invoked(at, operations, client, Request.set(path, data)));
        return operations;
    }

    Story ended(long operation, Outcome outcome) {
        return add(at -> new Event.Ended(at, operation, outcome));
    }

    Story acknowledged(String client, String path, String data, long zxid) {
        long operation = invoked(client, path, data);
        return after(3).ended(operation, Outcome.ok(Position.zxid(zxid)));
    }

    static Event done(Instant at, int server, String verb) {
        return new Event.Done(at, proof(at, server, verb));
    }

    private static Proof proof(Instant at, int server, String verb) {
        return new Proof(NodeId.zk(server), verb, at, List.of("process " + (4700 + server) + " is as it should be"));
    }

    public History history() {
        return new History(new Given(1, Map.of()), events);
    }

    public List<Event> events() {
        return events;
    }
}
