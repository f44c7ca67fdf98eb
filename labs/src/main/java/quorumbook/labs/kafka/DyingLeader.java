package quorumbook.labs.kafka;

import static quorumbook.labs.fault.Faults.during;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import quorumbook.labs.Bench;
import quorumbook.labs.Floor;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.Proof;
import quorumbook.labs.cluster.config.Timeouts;
import quorumbook.labs.fault.Fault;
import quorumbook.labs.history.Event;
import quorumbook.labs.program.NotRunnableException;

/**
 * One round of the fault: two copies of the learner's program and producers of ours send while both followers stand still;
 * then the leader is killed, and one of the copies with it; a follower is elected, and the old leader comes back.
 */
final class DyingLeader {
    private static final int SOME = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    /** After which a program that does as the lesson says gives up a record that cannot be acknowledged. */
    private static final Duration GIVEN_UP = Duration.ofSeconds(3);

    /** In which all of its records are given up. */
    private static final Duration STANDSTILL = GIVEN_UP.multipliedBy(2);

    /** In which whoever has waited for a new leader hears from it. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(20);

    static final Floor FLOOR = Floor.none()
            .and("until the followers' last requests are answered", AcksSenders.LAST_FETCH)
            .and("in which nothing is acknowledged by all", GIVEN_UP)
            .and("until a killed leader is given up", Timeouts.BROKER_SESSION.minus(Timeouts.BROKER_HEARTBEAT));

    private final Bench bench;
    private final Cluster cluster;
    private final Leadership leadership;
    private final String topic;
    private final String trial;
    private final int round;

    DyingLeader(Bench bench, String topic, String trial, int round) {
        this.bench = bench;
        this.cluster = bench.cluster();
        this.leadership = new Leadership(bench);
        this.topic = topic;
        this.trial = trial;
        this.round = round;
    }

    /** Returns when a follower has been elected and all are in sync again. */
    void run() throws Exception {
        leadership.awaitInSync(List.of(topic));
        List<Integer> brokers = leadership.leaderFirst(topic);
        NodeId leader = NodeId.kafka(brokers.get(0));
        try (AcksSenders ours = new AcksSenders(bench, trial, round)) {
            List<String> topics = new ArrayList<>(ours.topics());
            topics.add(topic);
            try (AcksCopy survivor = copy("sender 2", "b");
                    AcksCopy victim = copy("sender 3", "c")) {
                warmUp(leader, survivor, victim);
                ours.layTopics(brokers);
                leadership.awaitInSync(topics);
                ours.open();
                awaitReady(survivor, victim);
                kill(leader, brokers, () -> send(ours, survivor, victim));
                Eventually.holds(LAST_WORDS, () -> survivor.end().isPresent());
            }
            leadership.awaitLeaderOtherThan(brokers.get(0), topics);
            // A leader with too few in sync hides its newest records (KIP-966).
            leadership.awaitInSync(topics);
            ours.noteLogs();
        }
    }

    private AcksCopy copy(String name, String letter) {
        return new AcksCopy(name, topic, trial + letter + round + "-", SOME, bench.journal());
    }

    private void warmUp(NodeId leader, AcksCopy... copies) throws NotRunnableException, InterruptedException {
        for (AcksCopy copy : copies) {
            copy.warmUp(bench, leader);
        }
    }

    private static void awaitReady(AcksCopy survivor, AcksCopy victim) throws InterruptedException {
        if (!Eventually.holds(PATIENCE, () -> survivor.isReady() && victim.isReady())) {
            throw new ClusterException("send did not return within " + PATIENCE.toSeconds()
                    + " s for one record, although it had for many.");
        }
    }

    /** Returns when the survivor knows what became of its records, or has had the time to. */
    private static void send(AcksSenders ours, AcksCopy survivor, AcksCopy victim) throws InterruptedException {
        ours.answerLastFetches();
        survivor.goOn();
        victim.goOn();
        ours.send();
        Eventually.holds(STANDSTILL, () -> survivor.end().isPresent());
        victim.kill();
    }

    private interface Sending {
        void run() throws InterruptedException;
    }

    /** The old leader is started at once: until it is given up, nobody lets it in. */
    private void kill(NodeId leader, List<Integer> brokers, Sending sending) throws Exception {
        Fault crash = new Fault.Crash(leader);
        Fault one = new Fault.Pause(NodeId.kafka(brokers.get(1)));
        Fault other = new Fault.Pause(NodeId.kafka(brokers.get(2)));
        try {
            during(
                    one,
                    cluster,
                    bench.journal(),
                    () -> during(other, cluster, bench.journal(), () -> {
                        sending.run();
                        Proof dead = cluster.kill(leader);
                        bench.journal().note(at -> new Event.Inflicted(at, crash.words(), List.of(dead)));
                        return dead;
                    }));
        } finally {
            revive(leader, crash);
        }
    }

    private void revive(NodeId leader, Fault crash) {
        Condition condition = cluster.condition(leader);
        if (condition == Condition.STOPPED || condition == Condition.DIED) {
            Proof started = cluster.start(leader);
            bench.journal().note(at -> new Event.Healed(at, crash.words(), List.of(started)));
        }
    }
}
