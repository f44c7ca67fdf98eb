package quorumbook.labs.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import quorumbook.labs.Bench;
import quorumbook.labs.Floor;
import quorumbook.labs.await.Cause;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.config.Timeouts;
import quorumbook.labs.fault.Fault;
import quorumbook.labs.fault.Faults;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Outcome;
import quorumbook.labs.history.Request;
import quorumbook.labs.workload.KafkaSender;

/**
 * Kills one broker after the other, writes and reads each time, and brings them all back. Who dies when is not left to
 * chance: a leader whose ISR is smaller than the minimum cannot advance its high watermark (KIP-966), so the last one alive
 * has to be the leader already, or the newest records stay hidden.
 */
final class DyingBrokers {
    static final String TRIAL = "trial";
    static final String DEAD = "dead-brokers";
    static final String BACK = "all";

    /** So many records are written to each topic as often as one is taken. */
    static final int RECORDS = 5;

    private static final Duration LEAVING = Duration.ofSeconds(20);
    private static final Duration RETURN = Duration.ofSeconds(60);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration BETWEEN_WRITES = Duration.ofMillis(200);
    private static final int NO_ANSWER_MILLIS = 2_000;
    private static final Map<String, Object> IMPATIENT = Map.of(
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
            NO_ANSWER_MILLIS - 500,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            NO_ANSWER_MILLIS,
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            NO_ANSWER_MILLIS);

    /** A leader that is killed goes when its heartbeats have failed to come, a follower when its leader misses it. */
    static final Floor FLOOR = Floor.none()
            .and("until a killed leader is given up", Timeouts.BROKER_SESSION.minus(Timeouts.BROKER_HEARTBEAT))
            .and("until a killed follower leaves the ISR", Timeouts.REPLICA_LAG)
            .and("in which nobody answers", Duration.ofMillis(NO_ANSWER_MILLIS));

    private final Bench bench;
    private final List<String> topics;
    private final Admin admin;
    private final List<Integer> alive =
            new ArrayList<>(IntStream.rangeClosed(1, NMinusOne.BROKERS).boxed().toList());
    private int sent;

    DyingBrokers(Bench bench) {
        this.bench = bench;
        this.topics = List.of(bench.given().value("one"), bench.given().value("two"));
        this.admin = bench.admin();
    }

    void run() throws Exception {
        bench.journal().note(at -> new Event.Noted(at, TRIAL, "brokers die"));
        try (KafkaSender sender =
                KafkaSender.open("writer", bench.cluster().bootstrapServers(), "all", IMPATIENT, bench.journal())) {
            with(sender, 0);
        }
        awaitInSync(NMinusOne.BROKERS, RETURN);
        note(BACK);
        for (String topic : topics) {
            read(topic);
        }
    }

    private void with(KafkaSender sender, int dead) throws Exception {
        if (dead == NMinusOne.BROKERS) {
            note(Integer.toString(dead));
            knock(sender);
            return;
        }
        awaitInSync(NMinusOne.BROKERS - dead, LEAVING);
        note(Integer.toString(dead));
        for (String name : List.of("one", "two")) {
            String topic = bench.given().value(name);
            write(sender, topic, NMinusOne.minimum(name) <= alive.size());
            read(topic);
        }
        int victim = victim();
        alive.remove((Integer) victim);
        Faults.during(new Fault.Crash(NodeId.kafka(victim)), bench.cluster(), bench.journal(), () -> {
            with(sender, dead + 1);
            return dead;
        });
    }

    /** First the leader of the topic with the minimum of two, then one that follows it, then the last one. */
    private int victim() throws ExecutionException, InterruptedException {
        int leader = new ReplicaLook(bench)
                .partitions(admin, bench.given().value("two")).stream()
                        .flatMapToInt(seen -> seen.leader().stream())
                        .findFirst()
                        .orElseThrow(() ->
                                new ClusterException("Topic " + bench.given().value("two")
                                        + " has no leader although its broker lives. /check again."));
        return alive.size() == NMinusOne.BROKERS || alive.size() == 1
                ? leader
                : alive.stream().filter(broker -> broker != leader).findFirst().orElseThrow();
    }

    private void note(String dead) {
        bench.journal().note(at -> new Event.Noted(at, DEAD, dead));
    }

    /** Waits until exactly so many replicas of each topic are in sync, and notes which. */
    private void awaitInSync(int replicas, Duration patience) throws InterruptedException {
        ReplicaLook look = new ReplicaLook(bench);
        for (String topic : topics) {
            Eventually.Sight<List<Event.PartitionSeen>> sight = Eventually.look(
                    patience,
                    () -> look.partitions(admin, topic),
                    found -> found.size() == 1
                            && inSync(found.get(0)) == replicas
                            && found.get(0).leader().isPresent());
            if (!sight.satisfied()) {
                throw new ClusterException("Topic " + topic + " did not come to " + replicas
                        + " in-sync replicas within " + patience.toSeconds() + " s. Is the machine very busy?");
            }
            sight.value().forEach(bench::note);
        }
    }

    private static long inSync(Event.PartitionSeen partition) {
        return partition.replicas().stream().filter(Event.Replica::inSync).count();
    }

    /**
     * Tries until the brokers say yes or no: a producer has to find a new leader first. With enough replicas alive a no is
     * not the last word: a busy machine lets one of them drop out of the ISR for a moment.
     */
    private void write(KafkaSender sender, String topic, boolean enoughAlive) throws InterruptedException {
        boolean taken = Eventually.look(
                        ANSWER,
                        BETWEEN_WRITES,
                        () -> outcome(send(sender, topic)),
                        found -> found instanceof Outcome.Ok || !enoughAlive && found instanceof Outcome.Failed)
                .last()
                .filter(Outcome.Ok.class::isInstance)
                .isPresent();
        for (int more = 1; taken && more < RECORDS; more++) {
            CompletableFuture<Outcome> unused = send(sender, topic);
        }
        sender.flush();
    }

    private CompletableFuture<Outcome> send(KafkaSender sender, String topic) {
        sent++;
        return sender.send(topic, "n", "record-" + sent);
    }

    private static Outcome outcome(CompletableFuture<Outcome> end) throws InterruptedException, ExecutionException {
        try {
            return end.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Outcome.Unknown(e.toString());
        }
    }

    private void read(String topic) throws InterruptedException {
        long operation = bench.journal().invoke("reader", Request.read(topic));
        Eventually.Sight<Event.LogSeen> sight = Eventually.look(
                ANSWER,
                () -> TopicLook.log(
                        admin,
                        bench.cluster().bootstrapServers(),
                        TopicLook.topic(admin, topic, bench.clock()),
                        bench.clock()),
                found -> true);
        sight.last().ifPresent(bench::note);
        bench.journal()
                .end(
                        operation,
                        sight.satisfied() ? Outcome.ok() : new Outcome.Unknown(String.valueOf(sight.failure())));
    }

    /** Nobody is there: whatever is asked comes to nothing within two seconds. */
    private void knock(KafkaSender sender) throws InterruptedException, ExecutionException {
        List<CompletableFuture<Outcome>> writes =
                topics.stream().map(topic -> send(sender, topic)).toList();
        Map<Long, KafkaFuture<?>> reads = new LinkedHashMap<>();
        for (String topic : topics) {
            reads.put(bench.journal().invoke("reader", Request.read(topic)), ends(topic));
        }
        for (Map.Entry<Long, KafkaFuture<?>> read : reads.entrySet()) {
            bench.journal().end(read.getKey(), answered(read.getValue()));
        }
        for (CompletableFuture<Outcome> write : writes) {
            outcome(write);
        }
    }

    /** What a reader asks first. */
    private KafkaFuture<?> ends(String topic) {
        return admin.listOffsets(
                        Map.of(new TopicPartition(topic, 0), OffsetSpec.latest()),
                        new ListOffsetsOptions().timeoutMs(NO_ANSWER_MILLIS))
                .all();
    }

    private static Outcome answered(KafkaFuture<?> question) throws InterruptedException {
        try {
            question.get();
            return Outcome.ok();
        } catch (ExecutionException e) {
            return new Outcome.Unknown(Cause.of(e).getClass().getSimpleName());
        }
    }
}
