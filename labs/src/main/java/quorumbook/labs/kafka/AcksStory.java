package quorumbook.labs.kafka;

import static quorumbook.labs.fault.Faults.during;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
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
import quorumbook.labs.history.Recorder;
import quorumbook.labs.program.NotRunnableException;
import quorumbook.labs.workload.KafkaSender;

/**
 * A trial: the learner's program sends while nothing is wrong; then two copies of it, and three producers of ours with the
 * three values of acks, send while both followers stand still; then the leader is killed, and one copy with it.
 */
final class AcksStory {
    static final int COPIES = 3;
    static final int MANY = 1000;
    private static final int SOME = 300;
    private static final int OURS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    /** In which a record that cannot be acknowledged is given up by who wants to know soon. */
    private static final Duration STANDSTILL = Duration.ofSeconds(6);

    /** Longer than replica.fetch.wait.max.ms, after which a leader answers that there is nothing. */
    private static final Duration LAST_FETCH = Duration.ofMillis(1500);

    private static final Map<String, Object> SOON =
            Map.of("request.timeout.ms", 1500, "delivery.timeout.ms", 2000, "max.block.ms", 2000);

    static final Floor FLOOR = Floor.none()
            .and("until the followers' last requests are answered", LAST_FETCH)
            .and("in which nothing is acknowledged by all", STANDSTILL)
            .and("until a killed leader is given up", Timeouts.BROKER_SESSION.minus(Timeouts.BROKER_HEARTBEAT));

    private final Bench bench;
    private final Cluster cluster;
    private final Recorder recorder;
    private final String topic;
    private final String trial;

    AcksStory(Bench bench) {
        this.bench = bench;
        this.cluster = bench.cluster();
        this.recorder = bench.journal();
        this.topic = bench.given().value(Acks.TOPIC);
        this.trial = Integer.toString(bench.history().timesNoted(AcksJudge.TRIAL));
    }

    void tell() throws Exception {
        note(AcksJudge.TRIAL, trial);
        boolean whole = false;
        if (isAsWanted(TopicLook.topic(bench.admin(), topic, bench.clock()))) {
            Map<TopicPartition, Long> begins = ends(List.of(topic));
            bench.programs().expect(COPIES);
            whole = sendsInPeace() && sendsWhileTheLeaderDies();
            if (whole) {
                noteLogs(begins);
            }
        }
        note(AcksJudge.ENDED, whole ? AcksJudge.WHOLE : "early");
    }

    /** Looks at the topic; an experiment on another one would show something else. */
    private boolean isAsWanted(Event.TopicSeen seen) throws ExecutionException, InterruptedException {
        recorder.note(at -> new Event.TopicSeen(at, seen.topic(), seen.id(), seen.partitions()));
        if (seen.partitions().isEmpty()) {
            return false;
        }
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Config config = Objects.requireNonNull(
                bench.admin().describeConfigs(List.of(resource)).all().get().get(resource));
        String minimum = config.get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG).value();
        note(AcksJudge.MINIMUM, minimum);
        return AcksJudge.isAsWanted(seen, minimum);
    }

    private boolean sendsInPeace() throws InterruptedException {
        try (AcksCopy copy = new AcksCopy("sender 1", topic, trial + "a-", MANY, recorder)) {
            if (!starts(() -> copy.start(bench))) {
                return false;
            }
            Eventually.holds(PATIENCE, () -> copy.end().isPresent());
            note(AcksJudge.IN_PEACE, Integer.toString(copy.acknowledged()));
            note(AcksJudge.END_IN_PEACE, copy.end().orElse("has not ended after " + PATIENCE.toSeconds() + " s"));
            return copy.acknowledged() == MANY;
        }
    }

    private interface Start {
        void run() throws NotRunnableException, InterruptedException;
    }

    private boolean starts(Start start) throws InterruptedException {
        try {
            start.run();
            return true;
        } catch (NotRunnableException e) {
            note(AcksJudge.NOT_RUNNABLE, String.valueOf(e.getMessage()));
            return false;
        }
    }

    private boolean sendsWhileTheLeaderDies() throws Exception {
        List<Integer> replicas = leaderFirst();
        NodeId leader = NodeId.kafka(replicas.get(0));
        createOurTopics(replicas);
        List<KafkaSender> ours = new ArrayList<>();
        try (AcksCopy survivor = new AcksCopy("sender 2", topic, trial + "b-", SOME, recorder);
                AcksCopy victim = new AcksCopy("sender 3", topic, trial + "c-", SOME, recorder)) {
            Acks.QUESTIONS
                    .values()
                    .forEach(acks -> ours.add(
                            KafkaSender.open("acks=" + acks, cluster.bootstrapServers(), acks, SOON, recorder)));
            sendOurs(ours, 0, 1);
            ours.forEach(KafkaSender::flush);
            if (!starts(() -> survivor.warmUp(bench, leader)) || !starts(() -> victim.warmUp(bench, leader))) {
                return false;
            }
            if (!Eventually.holds(PATIENCE, () -> survivor.isReady() && victim.isReady())) {
                throw new ClusterException("send did not return within " + PATIENCE.toSeconds()
                        + " s for one record, although it had for many.");
            }
            killTheLeader(replicas, ours, survivor, victim);
            Eventually.holds(PATIENCE, () -> survivor.end().isPresent());
        } finally {
            ours.forEach(KafkaSender::close);
        }
        return true;
    }

    private void killTheLeader(List<Integer> replicas, List<KafkaSender> ours, AcksCopy survivor, AcksCopy victim)
            throws Exception {
        NodeId leader = NodeId.kafka(replicas.get(0));
        try {
            Proof dead = pausing(replicas.subList(1, replicas.size()), () -> {
                // What a follower asked for before it was stopped is answered, and waits for it: let that be nothing.
                Eventually.holds(LAST_FETCH, () -> false);
                survivor.goOn();
                victim.goOn();
                sendOurs(ours, 1, OURS);
                ours.forEach(KafkaSender::flush);
                Eventually.holds(STANDSTILL, () -> survivor.end().isPresent());
                victim.kill();
                return cluster.kill(leader);
            });
            recorder.note(at -> new Event.Inflicted(at, new Fault.Crash(leader).words(), List.of(dead)));
            awaitLeaderOtherThan(replicas.get(0));
        } finally {
            revive(leader);
        }
        awaitAllInSync();
    }

    private interface Standstill {
        Proof run() throws Exception;
    }

    private Proof pausing(List<Integer> followers, Standstill body) throws Exception {
        Fault one = new Fault.Pause(NodeId.kafka(followers.get(0)));
        Fault other = new Fault.Pause(NodeId.kafka(followers.get(1)));
        return during(one, cluster, recorder, () -> during(other, cluster, recorder, body::run));
    }

    private void revive(NodeId leader) {
        Condition condition = cluster.condition(leader);
        if (condition == Condition.STOPPED || condition == Condition.DIED) {
            Proof started = cluster.start(leader);
            recorder.note(at -> new Event.Healed(at, new Fault.Crash(leader).words(), List.of(started)));
        }
    }

    private void sendOurs(List<KafkaSender> ours, int from, int to) {
        List<String> all = List.copyOf(Acks.QUESTIONS.values());
        for (int number = from; number < to; number++) {
            for (int at = 0; at < all.size(); at++) {
                Future<?> unused =
                        ours.get(at).send(AcksJudge.ourTopic(all.get(at), trial), "k", Integer.toString(number));
            }
        }
    }

    private List<String> ourTopics() {
        return Acks.QUESTIONS.values().stream()
                .map(acks -> AcksJudge.ourTopic(acks, trial))
                .toList();
    }

    private void createOurTopics(List<Integer> replicas) throws ExecutionException, InterruptedException {
        Collection<NewTopic> topics = ourTopics().stream()
                .map(name -> new NewTopic(name, Map.of(0, replicas))
                        .configs(Map.of(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2")))
                .toList();
        // Left over if the history began anew while the cluster did not.
        List<String> old = bench.admin().listTopics().names().get().stream()
                .filter(ourTopics()::contains)
                .toList();
        bench.admin().deleteTopics(old).all().get();
        bench.admin().createTopics(topics).all().get();
        awaitAllInSync();
    }

    private List<Integer> leaderFirst() throws Exception {
        awaitInSync(List.of(topic));
        TopicPartitionInfo partition = partitions(List.of(topic)).get(0);
        List<Integer> replicas =
                new ArrayList<>(partition.replicas().stream().map(Node::id).toList());
        replicas.remove((Integer) partition.leader().id());
        replicas.add(0, partition.leader().id());
        return replicas;
    }

    private void awaitAllInSync() throws InterruptedException {
        List<String> all = new ArrayList<>(ourTopics());
        all.add(topic);
        awaitInSync(all);
    }

    private void awaitInSync(List<String> topics) throws InterruptedException {
        if (!Eventually.holds(
                PATIENCE,
                () -> partitions(topics).stream()
                        .allMatch(partition ->
                                hasLeader(partition) && partition.isr().size() == 3))) {
            throw new ClusterException("Not all replicas of " + topics + " were in sync within " + PATIENCE.toSeconds()
                    + " s. /cluster shows which brokers run.");
        }
    }

    private void awaitLeaderOtherThan(int dead) throws InterruptedException {
        List<String> all = new ArrayList<>(ourTopics());
        all.add(topic);
        if (!Eventually.holds(
                PATIENCE,
                () -> partitions(all).stream()
                        .allMatch(partition ->
                                hasLeader(partition) && partition.leader().id() != dead))) {
            throw new ClusterException("No follower was elected within " + PATIENCE.toSeconds() + " s after kafka"
                    + dead + " had been killed.");
        }
    }

    private static boolean hasLeader(TopicPartitionInfo partition) {
        return partition.leader() != null && !partition.leader().isEmpty();
    }

    private List<TopicPartitionInfo> partitions(List<String> topics) throws ExecutionException, InterruptedException {
        return bench.admin().describeTopics(topics).allTopicNames().get().values().stream()
                .map(TopicDescription::partitions)
                .flatMap(List::stream)
                .toList();
    }

    private Map<TopicPartition, Long> ends(List<String> topics) throws ExecutionException, InterruptedException {
        Admin admin = bench.admin();
        Map<TopicPartition, Long> ends = new HashMap<>();
        for (String each : topics) {
            ends.putAll(TopicLook.ends(admin, TopicLook.topic(admin, each, bench.clock())));
        }
        return ends;
    }

    /** What is there now: of the learner's topic without keys, which are nobody's business here. */
    private void noteLogs(Map<TopicPartition, Long> begins) throws ExecutionException, InterruptedException {
        Admin admin = bench.admin();
        String brokers = cluster.bootstrapServers();
        for (String each : ourTopics()) {
            Event.LogSeen log =
                    TopicLook.log(admin, brokers, TopicLook.topic(admin, each, bench.clock()), bench.clock());
            recorder.note(at -> new Event.LogSeen(at, each, log.entries()));
        }
        List<Event.LogEntry> entries = TopicLook.logFrom(begins, brokers, ends(List.of(topic))).stream()
                .map(entry -> new Event.LogEntry(entry.partition(), entry.offset(), Optional.empty(), entry.value()))
                .toList();
        recorder.note(at -> new Event.LogSeen(at, topic, entries));
    }

    private void note(String name, String value) {
        recorder.note(at -> new Event.Noted(at, name, value));
    }
}
