package quorumbook.labs.kafka;

import static quorumbook.labs.Check.check;
import static quorumbook.labs.Check.safety;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quorumbook.labs.Bench;
import quorumbook.labs.Check;
import quorumbook.labs.Floor;
import quorumbook.labs.Lab;
import quorumbook.labs.LabId;
import quorumbook.labs.cluster.Capability;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.KRaft;
import quorumbook.labs.cluster.config.Timeouts;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;

/**
 * Three replicas tolerate two failures, and that is a promise about what was written, not about writing. The learner fills
 * in a table for 0 to 3 dead brokers and kills two by hand; then the trial kills the brokers one by one, waits each time
 * until they are out of the ISR, writes and reads, brings them back, and compares. The controller is a node of its own: it
 * must outlive the brokers.
 */
public final class NMinusOne implements Lab {
    static final String WRITES_ONE = "writes-min-1";
    static final String WRITES_TWO = "writes-min-2";
    static final String READS_ONE = "reads-min-1";
    static final String READS_TWO = "reads-min-2";
    static final String LOST = "lost";
    static final int BROKERS = 3;

    /** The {@code min.insync.replicas} of the topic that is given by that name. */
    static int minimum(String name) {
        return name.equals("one") ? 1 : 2;
    }

    @Override
    public LabId id() {
        return LabId.of("kafka/n-minus-one");
    }

    @Override
    public ClusterSpec cluster() {
        return KRaft.separate(BROKERS, 1);
    }

    @Override
    public Set<Capability> demands() {
        return Set.of(Capability.KILL);
    }

    @Override
    public Floor floor() {
        return DyingBrokers.FLOOR
                .and("until those killed by hand leave the ISR", Timeouts.REPLICA_LAG.multipliedBy(2))
                .and(Floor.Step.BROKER, 2);
    }

    @Override
    public Given given(long seed) {
        return Given.from(seed).word("one", "one-").word("two", "two-").done();
    }

    @Override
    public Map<String, String> questions() {
        String row = " with 0, 1, 2 and 3 dead brokers? Four times yes or no.";
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put(WRITES_ONE, "min.insync.replicas=1: is a write with acks=all taken" + row);
        questions.put(WRITES_TWO, "min.insync.replicas=2: is a write with acks=all taken" + row);
        questions.put(READS_ONE, "min.insync.replicas=1: can everything be read" + row);
        questions.put(READS_TWO, "min.insync.replicas=2: can everything be read" + row);
        questions.put(LOST, "All three come back. How many of the acknowledged records are lost?");
        questions.put(
                ByHand.QUESTIONS.get(0), "One broker was killed. Which ones are in sync, once it has left the ISR?");
        questions.put(ByHand.QUESTIONS.get(1), "A second one was killed. Which ones are in sync now?");
        return questions;
    }

    /** Who is in sync at the moment when the learner says so. */
    @Override
    public Map<String, String> situation(Bench bench, String question) throws Exception {
        return ByHand.QUESTIONS.contains(question) ? new ReplicaLook(bench).now() : Map.of();
    }

    /** The experiment takes half a minute: it begins only when there is something to compare it with. */
    @Override
    public History trial(Bench bench) throws Exception {
        List<Event> seen = new ReplicaLook(bench).see();
        History before = bench.historyWith(seen);
        if (!ReplicaJudge.isReady(before)) {
            return before;
        }
        seen.forEach(bench::note);
        new DyingBrokers(bench).run();
        return bench.history();
    }

    @Override
    public List<Check> checks() {
        String run = "every-broker-runs";
        return List.of(
                safety(run, "every broker runs when the check begins", ReplicaJudge::everyBrokerRuns),
                check(
                                "a-replica-on-each-broker",
                                "both topics have one partition, with a replica on each broker",
                                ReplicaJudge::aReplicaOnEachBroker)
                        .after(run),
                check(
                                "minimum-is-as-asked",
                                "one topic asks for 1 in-sync replica, the other one for 2",
                                ReplicaJudge::minimumIsAsAsked)
                        .after("a-replica-on-each-broker"),
                check("table-is-filled-in", "your table has its five rows", ReplicaJudge::tableIsFilledIn),
                check("two-died-by-your-hand", "two brokers died by your hand, one by one", ByHand::twoDiedOneByOne)
                        .after("a-replica-on-each-broker"),
                check("table-is-as-foretold", "brokers died as your table says", DeathJudge::tableIsAsForetold),
                check("loss-is-as-foretold", "you foretold how much is lost", DeathJudge::lossIsAsForetold));
    }
}
