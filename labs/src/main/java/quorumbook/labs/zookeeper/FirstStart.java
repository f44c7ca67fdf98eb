package quorumbook.labs.zookeeper;

import static quorumbook.labs.Check.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quorumbook.labs.Bench;
import quorumbook.labs.Check;
import quorumbook.labs.Floor;
import quorumbook.labs.Lab;
import quorumbook.labs.LabId;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.Ensemble;
import quorumbook.labs.cluster.config.Timeouts;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;

/**
 * Five empty servers, started one by one. Each answer is sealed when the servers before have settled, and remembers what
 * they did then: so the answers themselves show what came of the start before.
 */
public final class FirstStart implements Lab {
    static final int SERVERS = 5;
    private static final String QUESTION = "after-";

    /** The question of who leads once so many servers were started. */
    static String after(int servers) {
        return QUESTION + servers;
    }

    @Override
    public LabId id() {
        return LabId.of("zookeeper/first-start");
    }

    @Override
    public ClusterSpec cluster() {
        return Ensemble.of(SERVERS).stopped();
    }

    @Override
    public Given given(long seed) {
        return Given.from(seed).done();
    }

    /** The third start makes a majority; whoever comes later finds a leader. */
    @Override
    public Floor floor() {
        return Floor.none()
                .and("until a vote is final", Timeouts.FINAL_VOTE)
                .and(Floor.Step.SERVER, 3)
                .and(Floor.Step.FOLLOWER, 2);
    }

    @Override
    public Map<String, String> questions() {
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put(after(1), "zk1 alone has been started. Who leads?");
        questions.put(after(2), "zk1 and zk2 have been started. Who leads?");
        questions.put(after(3), "zk1, zk2 and zk3 have been started. Who leads?");
        questions.put(after(4), "zk4 has joined them. Who leads?");
        questions.put(after(5), "zk5 has joined them too. Who leads?");
        return questions;
    }

    @Override
    public Map<String, String> situation(Bench bench, String question) throws InterruptedException {
        return EnsembleLook.situation(bench);
    }

    @Override
    public History trial(Bench bench) throws InterruptedException {
        return bench.historyWith(EnsembleLook.see(bench));
    }

    @Override
    public List<Check> checks() {
        String order = "servers-started-in-order";
        String sealed = "answers-were-sealed-in-time";
        return List.of(
                check(order, "the servers were started one by one, zk1 first", FirstStartJudge::startedInOrder),
                check(
                                "servers-began-empty",
                                "every server began with nothing on its disk",
                                FirstStartJudge::serversBeganEmpty)
                        .after(order),
                check(
                                sealed,
                                "each answer was sealed between the start before and its own",
                                FirstStartJudge::answersWereSealedInTime)
                        .after(order),
                check(
                                "two-are-no-majority",
                                "you foretold what one and two of five servers can do",
                                FirstStartJudge::twoAreNoMajority)
                        .after(order),
                check(
                                "third-start-decides",
                                "you foretold the leader once three servers run",
                                FirstStartJudge::thirdStartDecides)
                        .after(order),
                check(
                                "later-ones-follow",
                                "you foretold what the fourth and the fifth server change",
                                FirstStartJudge::laterOnesFollow)
                        .after(order),
                check("third-server-leads-all", "zk3 leads all five servers", FirstStartJudge::thirdServerLeadsAll)
                        .after(sealed));
    }
}
