package quorumbook.labs.zookeeper;

import static quorumbook.labs.Check.check;

import java.nio.charset.StandardCharsets;
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
 * A watch fires once: the learner's {@code follow(path)} has to end up with the newest value all the same, without polling.
 * A copy of it follows a znode behind a link of ours, so that a write can be put between a read and the next request.
 */
public final class OneShotWatches implements Lab {
    @Override
    public LabId id() {
        return LabId.of("zookeeper/one-shot-watches");
    }

    @Override
    public ClusterSpec cluster() {
        return Ensemble.standalone();
    }

    @Override
    public Given given(long seed) {
        Given drawn = Given.from(seed)
                .word("price", "/price-")
                .number("whole", 100, 899)
                .number("cents", 10, 99)
                .done();
        return Given.from(seed)
                .put("price", drawn.value("price"))
                .put("first", drawn.value("whole") + "." + drawn.value("cents"))
                .done();
    }

    @Override
    public Floor floor() {
        return FollowTrial.FLOOR;
    }

    @Override
    public int programs() {
        return 1;
    }

    /** A znode to try things on; each trial makes one of its own. */
    @Override
    public void prepare(Bench bench) throws KeeperException, InterruptedException {
        bench.zooKeeper()
                .create(
                        bench.given().value("price"),
                        bench.given().value("first").getBytes(StandardCharsets.UTF_8),
                        ZooDefs.Ids.OPEN_ACL_UNSAFE,
                        CreateMode.PERSISTENT);
    }

    @Override
    public History trial(Bench bench) throws Exception {
        FollowTrial.run(bench);
        return bench.history();
    }

    @Override
    public List<Check> checks() {
        String first = "first-value-is-reported";
        return List.of(
                check(
                        first,
                        "follow(path) runs and reports the value that it finds",
                        FollowJudge::firstValueIsReported),
                check("one-watch-is-set", "one watch is on the znode after each change", FollowJudge::oneWatchIsSet)
                        .after(first),
                check(
                                "no-write-is-missed-between-requests",
                                "a write between your read and your next request is not missed",
                                FollowJudge::noWriteIsMissedBetweenRequests)
                        .after(first),
                check(
                                "newest-value-is-reported",
                                "the last value reported is the last one written",
                                FollowJudge::newestValueIsReported)
                        .after(first),
                check(
                                "values-were-read",
                                "what is reported was read, in the order in which it was written",
                                FollowJudge::valuesWereRead)
                        .after(first),
                check(
                                "asks-only-when-told",
                                "the program waits for watches and does not poll",
                                FollowJudge::asksOnlyWhenTold)
                        .after(first));
    }
}
