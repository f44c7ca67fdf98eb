package quorumbook.labs.zookeeper;

import static quorumbook.labs.Check.check;

import java.util.List;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs;
import quorumbook.labs.Bench;
import quorumbook.labs.Check;
import quorumbook.labs.Floor;
import quorumbook.labs.Lab;
import quorumbook.labs.LabId;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.Ensemble;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;

/**
 * A lock without the herd: five copies of the learner's program queue for one lock, and what can go wrong does. One hears no
 * answer to its create, one dies waiting, one dies holding, one is cut off while it holds.
 */
public final class Lock implements Lab {
    static final String LOCKS = "locks";

    @Override
    public LabId id() {
        return LabId.of("zookeeper/lock");
    }

    @Override
    public ClusterSpec cluster() {
        return Ensemble.standalone();
    }

    @Override
    public Floor floor() {
        return LockStory.FLOOR;
    }

    @Override
    public int programs() {
        return LockStory.COPIES;
    }

    @Override
    public Given given(long seed) {
        return Given.from(seed).word(LOCKS, "/locks-").done();
    }

    @Override
    public void prepare(Bench bench) throws KeeperException, InterruptedException {
        bench.zooKeeper()
                .create(bench.given().value(LOCKS), new byte[0], ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
    }

    /** Each trial has a lock of its own, so that nothing of the one before is in its queue. */
    @Override
    public History trial(Bench bench) throws Exception {
        String parent = bench.given().value(LOCKS);
        if (bench.zooKeeper().exists(parent, false) == null) {
            prepare(bench);
        }
        String lock = bench.zooKeeper()
                .create(parent + "/trial-", new byte[0], ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT_SEQUENTIAL);
        try (LockStory story = LockStory.about(lock, bench)) {
            story.tell();
        }
        return bench.history();
    }

    @Override
    public List<Check> checks() {
        return List.of(
                check(
                        "each-copy-queues",
                        "each copy of work has an ephemeral sequential znode in the queue",
                        LockJudge::eachCopyQueues),
                check(
                        "one-znode-after-a-lost-reply",
                        "a copy that heard no answer to its create waits with one znode",
                        LockJudge::oneZnodeAfterALostReply),
                check("one-holder-at-a-time", "one copy at a time holds the lock", LockJudge::oneHolderAtATime),
                check(
                        "first-come-first-served",
                        "the copies get the lock in the order in which they came",
                        LockJudge::firstComeFirstServed),
                check(
                        "the-next-one-follows",
                        "each copy does its work, and the next one follows",
                        LockJudge::theNextOneFollows),
                check(
                        "one-is-woken-at-a-time",
                        "when a znode of the queue goes, one copy is told, and no other",
                        LockJudge::oneIsWokenAtATime),
                check(
                        "stops-when-cut-off",
                        "a copy that has lost its session does not go on with its work",
                        LockJudge::stopsWhenCutOff));
    }
}
