package quorumbook.labs.zookeeper;

import static quorumbook.labs.Check.check;
import static quorumbook.labs.Check.safety;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.zookeeper.AddWatchMode;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;
import quorumbook.labs.Bench;
import quorumbook.labs.Check;
import quorumbook.labs.Lab;
import quorumbook.labs.LabId;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.Ensemble;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;
import quorumbook.labs.observe.SessionEnds;
import quorumbook.labs.workload.TreeWalk;
import quorumbook.labs.workload.WatchQueue;

/**
 * Persistent or ephemeral, plain or sequential: four kinds of znode, and what a parent counts. A watch of ours lies on the
 * parent from the beginning, so that znodes which are gone at the check have still been seen; the parent's own counter
 * tells whether the watch has seen them all.
 */
public final class NodeKinds implements Lab {
    static final String PARENT_CZXID = "parent-czxid";
    static final String AFTER_DELETE = "after-delete";
    static final String AFTER_PLAIN = "after-plain";
    static final String LEFT_AFTER_CLOSE = "left-after-close";

    /** The name under which the transaction that ended a session is noted. */
    static String endOf(long session) {
        return "end of session 0x" + Long.toHexString(session);
    }

    @Override
    public LabId id() {
        return LabId.of("zookeeper/node-kinds");
    }

    @Override
    public ClusterSpec cluster() {
        return Ensemble.standalone();
    }

    @Override
    public Given given(long seed) {
        Given drawn = Given.from(seed)
                .word("parent", "/kinds-")
                .word("play", "/play-")
                .number("created", 4, 12)
                .done();
        Map<String, String> values = new LinkedHashMap<>(drawn.values());
        values.put("last", "task-" + Siblings.suffix(drawn.number("created") - 1));
        return new Given(seed, values);
    }

    @Override
    public void prepare(Bench bench) throws KeeperException, InterruptedException {
        ZooKeeper client = bench.zooKeeper();
        String parent = bench.given().value("parent");
        int created = bench.given().number("created");
        Stat stat = new Stat();
        client.create(parent, new byte[0], ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT, stat);
        String last = parent;
        for (int number = 0; number < created; number++) {
            // Every second one is plain, the last one is sequential whatever their number.
            boolean sequential = (created - number) % 2 == 1;
            last = client.create(
                    parent + (sequential ? "/task-" : "/draft-" + number),
                    new byte[0],
                    ZooDefs.Ids.OPEN_ACL_UNSAFE,
                    sequential ? CreateMode.PERSISTENT_SEQUENTIAL : CreateMode.PERSISTENT);
            client.delete(last, -1);
        }
        if (!last.equals(parent + "/" + bench.given().value("last"))) {
            throw new ClusterException("The lab could not prepare " + parent + ": the server named the last znode "
                    + last + ". /reset starts with a fresh server.");
        }
        bench.note(new Event.Noted(bench.clock().instant(), PARENT_CZXID, Long.toString(stat.getCzxid())));
        client.addWatch(parent, event -> note(bench, event), AddWatchMode.PERSISTENT_RECURSIVE);
    }

    private static void note(Bench bench, org.apache.zookeeper.WatchedEvent event) {
        switch (event.getType()) {
            case NodeCreated -> note(bench, event, Event.Change.CREATED);
            case NodeDeleted -> note(bench, event, Event.Change.DELETED);
            default -> {
                // Data changes and the ups and downs of our own connection do not move the parent's counter.
            }
        }
    }

    private static void note(Bench bench, org.apache.zookeeper.WatchedEvent event, Event.Change change) {
        bench.note(new Event.ZnodeChanged(bench.clock().instant(), event.getPath(), event.getZxid(), change));
    }

    @Override
    public Map<String, String> questions() {
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put(AFTER_DELETE, "The last sequential znode was deleted. Which number does the next one get?");
        questions.put(
                AFTER_PLAIN, "A plain znode was created meanwhile. Which number does the next sequential one get?");
        questions.put(LEFT_AFTER_CLOSE, "Which kinds of the four are left once their session is closed?");
        return questions;
    }

    /** The parent's children at this moment and how many were ever created, as {@link Siblings} reads it. */
    @Override
    public Map<String, String> situation(Bench bench, String question) throws KeeperException, InterruptedException {
        return Siblings.situation(TreeWalk.see(bench.zooKeeper(), bench.given().value("parent"), bench.clock()));
    }

    @Override
    public History trial(Bench bench) throws KeeperException, InterruptedException {
        ZooKeeper client = bench.zooKeeper();
        Event.TreeSeen tree = TreeWalk.see(client, bench.given().value("parent"), bench.clock());
        Event.SessionsSeen sessions = Sessions.alive(bench.cluster(), bench.clock());
        // Only now have all events up to the look at the tree been noted.
        WatchQueue.drain(client);
        List<Event> seen = new ArrayList<>(List.of(tree, sessions));
        SessionEnds.of(bench.cluster(), NodeId.zk(1))
                .forEach((session, zxid) ->
                        seen.add(new Event.Noted(bench.clock().instant(), endOf(session), Long.toString(zxid.bits()))));
        return bench.historyWith(seen);
    }

    @Override
    public List<Check> checks() {
        return List.of(
                safety("parent-was-kept", "the parent is still the one that the lab created", KindJudge::parentWasKept),
                check(
                                "deleted-numbers-are-not-reused",
                                "you foretold the number that follows a deleted one",
                                SuffixJudge::deletedNumbersAreNotReused)
                        .after("parent-was-kept"),
                check(
                                "plain-znodes-are-counted",
                                "you foretold the number that follows a plain znode",
                                SuffixJudge::plainZnodesAreCounted)
                        .after("parent-was-kept"),
                check("four-kinds-at-once", "all four kinds were there at the same moment", KindJudge::fourKindsAtOnce)
                        .after("parent-was-kept"),
                check(
                                "ephemerals-had-one-session",
                                "both ephemeral znodes belonged to one session",
                                KindJudge::ephemeralsHadOneSession)
                        .after("four-kinds-at-once"),
                check(
                                "ephemerals-left-with-their-session",
                                "the ephemeral znodes left with their session, not before it",
                                KindJudge::ephemeralsLeftWithTheirSession)
                        .after("ephemerals-had-one-session"),
                check(
                                "persistent-ones-stayed",
                                "the persistent znodes are still there",
                                KindJudge::persistentOnesStayed)
                        .after("four-kinds-at-once"),
                check("you-foretold-what-stays", "you foretold which kinds stay", KindJudge::youForetoldWhatStays)
                        .after("four-kinds-at-once"));
    }
}
