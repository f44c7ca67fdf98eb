package quorumbook.labs.zookeeper;

import static quorumbook.labs.Check.check;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooKeeper;
import quorumbook.labs.Bench;
import quorumbook.labs.Check;
import quorumbook.labs.Floor;
import quorumbook.labs.Lab;
import quorumbook.labs.LabId;
import quorumbook.labs.Verdict;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.Ensemble;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.NodeSpec;
import quorumbook.labs.cluster.config.Timeouts;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;
import quorumbook.labs.observe.Role;
import quorumbook.labs.observe.StoredZxid;
import quorumbook.labs.workload.TreeWalk;

/**
 * Five servers with a history: three have the last transaction, two have missed it, the leader is lost. What each had is read
 * from its own vote if it took part in the election, and from its disk if it did not.
 */
public final class LaterElection implements Lab {
    static final String NEXT_LEADER = "next-leader";
    static final String TWO_OR_FOUR = "between-2-and-4";
    static final String ONE_OR_TWO = "between-1-and-2";
    private static final NodeId FOURTH = NodeId.zk(4);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int SESSION_MILLIS = 10_000;

    @Override
    public LabId id() {
        return LabId.of("zookeeper/later-election");
    }

    @Override
    public ClusterSpec cluster() {
        return Ensemble.of(5).stopped();
    }

    @Override
    public Given given(long seed) {
        return Given.from(seed).word("ledger", "/ledger-").word("news", "news-").done();
    }

    @Override
    public Floor floor() {
        // Three at once, who elect; two at once, who follow, and stop; and one, for whom there is an election again.
        return Floor.none()
                .and("until a vote is final", Timeouts.FINAL_VOTE.multipliedBy(2))
                .and(Floor.Step.SERVER, Floor.inTurn(3) + 1)
                .and(Floor.Step.FOLLOWER, Floor.inTurn(2))
                .and(Floor.Step.STOP, 1);
    }

    @Override
    public Map<String, String> questions() {
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put(NEXT_LEADER, "zk3 and zk5 are down. Who leads zk1, zk2 and zk4?");
        questions.put(TWO_OR_FOUR, "What decides between zk2 and zk4: epoch, zxid or sid?");
        questions.put(ONE_OR_TWO, "What decides between zk1 and zk2: epoch, zxid or sid?");
        return questions;
    }

    @Override
    public Map<String, String> situation(Bench bench, String question) throws InterruptedException {
        return EnsembleLook.situation(bench);
    }

    @Override
    public History trial(Bench bench) throws KeeperException, InterruptedException {
        List<Event> now = EnsembleLook.see(bench);
        List<Event> seen = new ArrayList<>(EnsembleLook.earlierReigns(bench));
        seen.addAll(now);
        for (NodeSpec server : bench.cluster().spec().nodes()) {
            if (bench.cluster().condition(server.id()) != Condition.RUNNING) {
                StoredZxid.of(bench.cluster(), server.id())
                        .ifPresent(zxid -> seen.add(new Event.Noted(
                                bench.clock().instant(), Standing.storedOf(server.id()), zxid.toString())));
            }
        }
        if (fourthServes(seen)) {
            seen.add(onFourth(bench));
        }
        return bench.historyWith(seen);
    }

    private static boolean fourthServes(List<Event> seen) {
        return seen.stream()
                .filter(Event.Observed.class::isInstance)
                .flatMap(event -> ((Event.Observed) event).observation().of(FOURTH).stream())
                .anyMatch(sight -> sight.role() == Role.FOLLOWER || sight.role() == Role.LEADER);
    }

    /** What a client finds that talks to zk4 and to nobody else. */
    private static Event.TreeSeen onFourth(Bench bench) throws KeeperException, InterruptedException {
        String address = bench.cluster().client(FOURTH).toString();
        ZooKeeper client = open(address);
        try {
            if (!Eventually.holds(PATIENCE, () -> client.getState().isConnected())) {
                throw new ClusterException(
                        "zk4 at " + address + " took no session within " + PATIENCE.toSeconds() + " s.");
            }
            return TreeWalk.see(client, bench.given().value("ledger"), bench.clock());
        } finally {
            client.close((int) Duration.ofSeconds(1).toMillis());
        }
    }

    private static ZooKeeper open(String address) {
        try {
            return new ZooKeeper(address, SESSION_MILLIS, event -> {});
        } catch (IOException e) {
            throw new ClusterException("Cannot open a ZooKeeper client to " + address, e);
        }
    }

    @Override
    public List<Check> checks() {
        String behind = "two-missed-one-transaction";
        String leads = "second-server-leads";
        return List.of(
                ours("third-server-led-before", "zk3 led before it failed", LaterElectionJudge::thirdServerLedBefore),
                ours(
                                behind,
                                "zk4 and zk5 missed one transaction, zk1, zk2 and zk3 have it",
                                LaterElectionJudge::twoMissedOneTransaction)
                        .after("third-server-led-before"),
                ours("third-and-fifth-are-down", "zk3 and zk5 are down", LaterElectionJudge::thirdAndFifthAreDown)
                        .after(behind),
                ours(leads, "zk2 leads in the next epoch, zk1 and zk4 follow", LaterElectionJudge::secondServerLeads)
                        .after(behind),
                ours(
                                "last-write-survived",
                                "zk4 has the write that it had missed",
                                LaterElectionJudge::lastWriteSurvived)
                        .after(leads),
                check(
                        "answers-were-sealed-in-time",
                        "your answers were sealed before the servers could vote",
                        LaterElectionJudge::answersWereSealedInTime),
                ours("you-foretold-the-leader", "you foretold the leader", LaterElectionJudge::youForetoldTheLeader)
                        .after(leads),
                ours(
                                "you-know-why-not-the-fourth",
                                "you know what decides between zk2 and zk4",
                                LaterElectionJudge::youKnowWhyNotTheFourth)
                        .after(leads),
                ours(
                                "you-know-why-not-the-first",
                                "you know what decides between zk1 and zk2",
                                LaterElectionJudge::youKnowWhyNotTheFirst)
                        .after(leads));
    }

    /** A check that charges nobody with what the servers did by themselves. */
    private static Check ours(String id, String claim, Function<History, Verdict> judge) {
        return check(id, claim, history -> LaterElectionJudge.unlessDisturbed(history, judge.apply(history)));
    }
}
