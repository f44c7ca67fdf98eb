package quorumbook.labs.observe;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.clients.admin.DescribeMetadataQuorumOptions;
import org.apache.kafka.clients.admin.QuorumInfo;
import org.apache.kafka.common.Node;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.KafkaOnZooKeeper;
import quorumbook.labs.cluster.NodeSpec;

/**
 * Asks the brokers who is registered and who is the active controller, through one admin client that outlives its
 * questions. An answer that does not come in time is awaited by the next look; an old one is not passed off as new.
 */
final class KafkaSight implements AutoCloseable {
    private static final int QUESTION_MS = 1_500;
    private static final Duration STALE = Duration.ofSeconds(2);
    // After a broker's death the client may put one question, or two, to the dead one before it learns.
    private static final Duration REMEMBERED = Duration.ofSeconds(4);

    private final Cluster cluster;
    private final boolean inZooKeeperMode;
    private Optional<Admin> admin = Optional.empty();
    private Optional<CompletableFuture<Answer>> asked = Optional.empty();
    private Answer last = Answer.NONE;
    private boolean closed;

    KafkaSight(Cluster cluster) {
        this.cluster = cluster;
        this.inZooKeeperMode = cluster.spec() instanceof KafkaOnZooKeeper;
    }

    /** Which brokers are registered and which controllers fetch, by {@code node.id}; nobody if nobody answers. */
    record Answer(
            long nanos,
            long quorumNanos,
            Set<Integer> brokers,
            Set<Integer> controllers,
            OptionalInt activeController) {
        static final Answer NONE = new Answer(0, 0, Set.of(), Set.of(), OptionalInt.empty());

        /** With the controllers of a slightly older answer where this one could not tell them. */
        private Answer orAsOf(Answer older) {
            boolean useful = activeController.isEmpty() && nanos - older.quorumNanos() < REMEMBERED.toNanos();
            return useful
                    ? new Answer(nanos, older.quorumNanos(), brokers, older.controllers(), older.activeController())
                    : this;
        }

        Role roleOf(NodeSpec node) {
            boolean controllerOnly = node.duty() == NodeSpec.Duty.CONTROLLER;
            int id = node.serverId();
            if (!(controllerOnly ? controllers : brokers).contains(id)) {
                return Role.SILENT;
            }
            if (activeController.isPresent() && activeController.getAsInt() == id) {
                return Role.ACTIVE_CONTROLLER;
            }
            return controllerOnly ? Role.CONTROLLER : Role.BROKER;
        }
    }

    /** The newest answer that can be had within {@code patience}. */
    synchronized Answer look(Duration patience) throws InterruptedException {
        if (closed) {
            return Answer.NONE;
        }
        CompletableFuture<Answer> question = asked.orElseGet(this::ask);
        asked = Optional.of(question);
        try {
            last = question.get(patience.toMillis(), TimeUnit.MILLISECONDS).orAsOf(last);
            asked = Optional.empty();
        } catch (TimeoutException notYet) {
            return fresh();
        } catch (ExecutionException nobodyAnswered) {
            asked = Optional.empty();
            return fresh();
        }
        return last;
    }

    private Answer fresh() {
        return System.nanoTime() - last.nanos() > REMEMBERED.toNanos() ? Answer.NONE : last;
    }

    private CompletableFuture<Answer> ask() {
        if (admin.isEmpty()) {
            admin = Optional.of(Admin.create(Map.of(
                    "bootstrap.servers",
                    cluster.bootstrapServers(),
                    "client.id",
                    "quorumbook-watch",
                    "request.timeout.ms",
                    QUESTION_MS,
                    "default.api.timeout.ms",
                    QUESTION_MS,
                    // Brokers that are down stay down for minutes in some labs: no need to knock every 50 ms.
                    "reconnect.backoff.ms",
                    250,
                    "reconnect.backoff.max.ms",
                    500,
                    "metadata.max.age.ms",
                    5_000,
                    "enable.metrics.push",
                    false)));
        }
        DescribeClusterResult described =
                admin.get().describeCluster(new DescribeClusterOptions().timeoutMs(QUESTION_MS));
        CompletableFuture<Collection<Node>> nodes =
                described.nodes().toCompletionStage().toCompletableFuture();
        if (inZooKeeperMode) {
            return nodes.thenCombine(
                    described.controller().toCompletionStage(),
                    (brokers, controller) -> answer(brokers, Set.of(), OptionalInt.of(controller.id())));
        }
        CompletableFuture<Optional<QuorumInfo>> quorum = admin.get()
                .describeMetadataQuorum(new DescribeMetadataQuorumOptions().timeoutMs(QUESTION_MS))
                .quorumInfo()
                .toCompletionStage()
                .toCompletableFuture()
                .handle((info, failure) -> Optional.ofNullable(info));
        return nodes.thenCombine(quorum, KafkaSight::answer);
    }

    private static Answer answer(Collection<Node> brokers, Optional<QuorumInfo> quorum) {
        if (quorum.isEmpty()) {
            return answer(brokers, Set.of(), OptionalInt.empty());
        }
        QuorumInfo info = quorum.get();
        long newest =
                info.voters().stream().mapToLong(KafkaSight::lastFetch).max().orElse(0);
        Set<Integer> fetching = new HashSet<>(Set.of(info.leaderId()));
        info.voters().stream()
                .filter(voter -> newest - lastFetch(voter) < STALE.toMillis())
                .forEach(voter -> fetching.add(voter.replicaId()));
        return answer(brokers, fetching, OptionalInt.of(info.leaderId()));
    }

    private static long lastFetch(QuorumInfo.ReplicaState voter) {
        return voter.lastFetchTimestamp().orElse(0);
    }

    private static Answer answer(Collection<Node> brokers, Set<Integer> controllers, OptionalInt activeController) {
        Set<Integer> registered = brokers.stream().map(Node::id).collect(Collectors.toUnmodifiableSet());
        long now = System.nanoTime();
        return new Answer(now, now, registered, Set.copyOf(controllers), activeController);
    }

    @Override
    public synchronized void close() {
        closed = true;
        admin.ifPresent(client -> client.close(Duration.ZERO));
        admin = Optional.empty();
    }
}
