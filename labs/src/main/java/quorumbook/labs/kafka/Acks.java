package quorumbook.labs.kafka;

import static quorumbook.labs.Check.check;

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
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;

/**
 * What an ack means when the leader dies: the followers stand still, records are acknowledged, the leader is killed, round
 * after round. In one and the same fault the lab's own producers show what each acks loses, and the learner's must lose
 * nothing.
 */
public final class Acks implements Lab {
    static final String TOPIC = "topic";
    /** The values of acks, by the question that asks for each. */
    static final Map<String, String> QUESTIONS = questionsOfAcks();

    private static Map<String, String> questionsOfAcks() {
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put("acks-0", "0");
        questions.put("acks-1", "1");
        questions.put("acks-all", "all");
        return questions;
    }

    @Override
    public LabId id() {
        return LabId.of("kafka/acks");
    }

    @Override
    public ClusterSpec cluster() {
        return KRaft.combined(3);
    }

    @Override
    public Set<Capability> demands() {
        return Set.of(Capability.PAUSE, Capability.KILL);
    }

    @Override
    public Floor floor() {
        Floor floor = Floor.none().and(Floor.Step.PROGRAM, AcksRound.ROUNDS);
        for (int round = 1; round <= AcksRound.ROUNDS; round++) {
            floor = floor.and(DyingLeader.FLOOR).and(Floor.Step.BROKER, 1);
        }
        return floor;
    }

    @Override
    public int programs() {
        return AcksStory.COPIES;
    }

    @Override
    public Given given(long seed) {
        return Given.from(seed)
                .word(TOPIC, "payments-")
                .put("many", Integer.toString(AcksStory.MANY))
                .done();
    }

    @Override
    public Map<String, String> questions() {
        Map<String, String> questions = new LinkedHashMap<>();
        QUESTIONS.forEach((question, acks) ->
                questions.put(question, "acks=" + acks + ": can an acknowledged record be lost? yes or no"));
        return questions;
    }

    @Override
    public History trial(Bench bench) throws Exception {
        new AcksStory(bench).tell();
        return bench.history();
    }

    @Override
    public List<Check> checks() {
        return List.of(
                check(
                        "topic-keeps-three-copies",
                        "the topic has three replicas, and two must have a record",
                        AcksJudge::topicKeepsThreeCopies),
                check(
                                "records-are-acknowledged",
                                "send reports each of " + AcksStory.MANY + " records as acknowledged",
                                AcksJudge::recordsAreAcknowledged)
                        .after("topic-keeps-three-copies"),
                check(
                                "no-acknowledged-record-is-lost",
                                "no record that send has reported is lost when the leader dies",
                                AcksJudge::noAcknowledgedRecordIsLost)
                        .after("records-are-acknowledged"),
                check(
                                "you-foretold-the-losses",
                                "you foretold what each acks can lose",
                                AcksJudge::youForetoldTheLosses)
                        .after("records-are-acknowledged"));
    }
}
