package quorumbook.labs.kafka;

import static quorumbook.labs.Check.check;
import static quorumbook.labs.Check.safety;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.zookeeper.KeeperException;
import quorumbook.labs.Bench;
import quorumbook.labs.Check;
import quorumbook.labs.Floor;
import quorumbook.labs.Lab;
import quorumbook.labs.LabId;
import quorumbook.labs.Verdict;
import quorumbook.labs.cluster.Capability;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.Ensemble;
import quorumbook.labs.cluster.KafkaOnZooKeeper;
import quorumbook.labs.cluster.config.Timeouts;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;

/**
 * In ZooKeeper mode the controller is who creates one ephemeral znode first. Watches of ours lie on that znode, on the
 * epoch, on the registrations and on a topic's partitions from the beginning, so that each reign is known by the transaction
 * that began it and the one that ended it.
 */
public final class ControllerElection implements Lab {
    static final String RULE = "what-decides";
    static final String EPOCH = "epoch-in-the-end";
    static final String WAIT_AFTER_KILL = "wait-after-kill";
    static final String WAIT_AFTER_DELETE = "wait-after-delete";
    static final String NEW_LEADER = "new-partition-leader";
    static final int BROKERS = 3;

    /** Who is the controller first. Which broker it is must not be left to chance: a submission names the one to kill. */
    static final int FIRST_CONTROLLER = 2;

    @Override
    public LabId id() {
        return LabId.of("kafka/controller-election");
    }

    @Override
    public ClusterSpec cluster() {
        return new KafkaOnZooKeeper(BROKERS, Ensemble.of(3));
    }

    @Override
    public Set<Capability> demands() {
        return Set.of(Capability.KILL);
    }

    @Override
    public Floor floor() {
        return Floor.none()
                .and("until the session of a killed broker ends", Timeouts.endOfSession(Timeouts.BROKER_IN_ZOOKEEPER));
    }

    @Override
    public Given given(long seed) {
        return Given.from(seed).word("topic", "trades-").done();
    }

    @Override
    public void warm(Bench bench) throws KeeperException, InterruptedException {
        new ControllerLook(bench).makeController(FIRST_CONTROLLER);
    }

    /** Each broker leads one partition of the topic, and the next broker is the next of its replicas. */
    @Override
    public void prepare(Bench bench) throws KeeperException, ExecutionException, InterruptedException {
        String topic = bench.given().value("topic");
        Map<Integer, List<Integer>> replicas = IntStream.range(0, BROKERS)
                .boxed()
                .collect(Collectors.toMap(partition -> partition, ControllerElection::replicas));
        bench.admin().createTopics(List.of(new NewTopic(topic, replicas))).all().get();
        warm(bench);
        ControllerLook look = new ControllerLook(bench);
        look.awaitLeaders();
        look.watch();
    }

    /** Partition 0 on brokers 1, 2, 3; partition 1 on brokers 2, 3, 1; and so on. */
    static List<Integer> replicas(int partition) {
        return IntStream.range(0, BROKERS)
                .mapToObj(place -> (partition + place) % BROKERS + 1)
                .toList();
    }

    @Override
    public Map<String, String> questions() {
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put(RULE, "What decides who is the next controller: first, highest, lowest or zxid?");
        questions.put(WAIT_AFTER_KILL, "After the kill, when is there another controller: at-once or session?");
        questions.put(WAIT_AFTER_DELETE, "After the deletion by hand, when is there one again: at-once or session?");
        questions.put(EPOCH, "Which number does /controller_epoch hold after both?");
        questions.put(NEW_LEADER, "Which broker leads the partition that the killed one led?");
        return questions;
    }

    @Override
    public History trial(Bench bench) throws KeeperException, InterruptedException {
        List<Event> seen = new ControllerLook(bench).settled();
        return bench.historyWith(seen);
    }

    @Override
    public List<Check> checks() {
        String killed = "controller-was-killed";
        String took = "another-took-over";
        String byHand = "deleted-by-hand";
        return List.of(
                check(killed, "the broker that was the controller was killed", ControllerJudge::controllerWasKilled),
                ours(
                                took,
                                "another broker took over when the dead one's session had ended, one epoch higher",
                                ControllerJudge::anotherTookOver)
                        .after(killed),
                ours(
                                byHand,
                                "/controller was deleted while its broker lived, and came back one epoch higher",
                                ControllerJudge::deletedByHand)
                        .after(took),
                safety(
                        "controller-is-a-real-one",
                        "/controller is as the controller itself wrote it",
                        undisturbed(ControllerJudge::controllerIsARealOne)),
                check(
                        "answers-were-sealed-in-time",
                        "your answers were sealed before the kill",
                        ControllerJudge::answersWereSealedInTime),
                ours("you-know-who-is-next", "you know what decides who is next", ControllerJudge::youKnowWhoIsNext)
                        .after(took),
                ours("you-foretold-the-waits", "you foretold how long each takes", ControllerJudge::youForetoldTheWaits)
                        .after(byHand),
                ours("you-foretold-the-epoch", "you foretold the epoch", ControllerJudge::youForetoldTheEpoch)
                        .after(byHand),
                ours(
                                "you-foretold-the-leader",
                                "you foretold who leads the dead broker's partition",
                                ControllerJudge::youForetoldTheLeader)
                        .after(took));
    }

    /** A check that charges nobody with what the brokers did by themselves. */
    private static Check ours(String id, String claim, Function<History, Verdict> judge) {
        return check(id, claim, undisturbed(judge));
    }

    private static Function<History, Verdict> undisturbed(Function<History, Verdict> judge) {
        return history -> ControllerJudge.unlessDisturbed(history, judge.apply(history));
    }
}
