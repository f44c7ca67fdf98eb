package quorumbook.labs.observe;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.Endpoint;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.NodeSpec;

/**
 * Looks at one cluster about three times a second, from launch to close, on one thread of its own, so that whoever wants
 * to know takes the latest observation and never waits for a server.
 */
public final class ClusterWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterWatch.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    /** While somebody waits for what is seen. */
    private static final Duration BETWEEN_HURRIED_LOOKS = Duration.ofMillis(25);

    private static final Duration PATIENCE = Duration.ofMillis(200);

    /** A busy machine makes any server miss a question now and then: only who misses that many in a row is silent. */
    private static final int MISSES = 4;

    private final Cluster cluster;
    private final Clock clock;
    private final Optional<KafkaSight> kafka;
    private final List<Consumer<Observation>> subscribers = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService thread;
    private final Map<NodeId, Srvr> heard = new HashMap<>();
    private final Map<NodeId, Integer> missed = new HashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private Future<?> next = CompletableFuture.completedFuture(null);
    private volatile Observation latest;

    private ClusterWatch(Cluster cluster, Clock clock) {
        this.cluster = cluster;
        this.clock = clock;
        this.kafka = cluster.bootstrapServers().isEmpty() ? Optional.empty() : Optional.of(new KafkaSight(cluster));
        this.latest = observation(Map.of(), KafkaSight.Answer.NONE);
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread watcher = new Thread(task, "cluster-watch");
            watcher.setDaemon(true);
            return watcher;
        });
    }

    /** Starts to look. The first observations may well show silent servers: they are still starting. */
    public static ClusterWatch over(Cluster cluster) {
        ClusterWatch watch = new ClusterWatch(cluster, Clock.systemUTC());
        watch.lookAfter(Duration.ZERO);
        return watch;
    }

    /**
     * Looks at once, and more often than usual until what it returns is run: somebody waits for what is seen. Not at
     * brokers: they hear of a new controller a moment later than it is one, and would tell of the one before.
     */
    public Runnable hurry() {
        if (kafka.isPresent()) {
            return () -> {};
        }
        waiting.incrementAndGet();
        lookAfter(Duration.ZERO);
        return waiting::decrementAndGet;
    }

    private synchronized void lookAfter(Duration pause) {
        next.cancel(false);
        if (!thread.isShutdown()) {
            next = thread.schedule(this::lookAndGoOn, pause.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void lookAndGoOn() {
        look();
        lookAfter(waiting.get() > 0 ? BETWEEN_HURRIED_LOOKS : BETWEEN_LOOKS);
    }

    /** The last observation, at once. */
    public Observation latest() {
        return latest;
    }

    /**
     * Hands every observation from now on to {@code subscriber}, on the watch's thread: it must be quick. Returns what
     * ends the subscription.
     */
    public Runnable subscribe(Consumer<Observation> subscriber) {
        subscribers.add(subscriber);
        return () -> subscribers.remove(subscriber);
    }

    private void look() {
        try {
            Map<NodeId, Endpoint> servers = reachableServers();
            Map<NodeId, Srvr> sights = bridged(servers.keySet(), FourLetterWords.ask("srvr", servers, PATIENCE));
            KafkaSight.Answer brokers =
                    kafka.isPresent() && anyBrokerRuns() ? kafka.get().look(PATIENCE) : KafkaSight.Answer.NONE;
            latest = observation(sights, brokers);
            subscribers.forEach(subscriber -> tell(subscriber, latest));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // The next look may succeed; ending the watch for ever would freeze the status line.
            LOG.debug("a look at the cluster failed", e);
        }
    }

    /** The answers of now, and for those who missed a question or two their last. Only the watch's thread comes here. */
    private Map<NodeId, Srvr> bridged(Set<NodeId> asked, Map<NodeId, String> answers) {
        heard.keySet().retainAll(asked);
        for (NodeId node : asked) {
            if (answers.containsKey(node)) {
                heard.put(node, Srvr.parse(answers.get(node)));
                missed.remove(node);
            } else if (missed.merge(node, 1, Integer::sum) >= MISSES) {
                heard.remove(node);
            }
        }
        return Map.copyOf(heard);
    }

    private static void tell(Consumer<Observation> subscriber, Observation observation) {
        try {
            subscriber.accept(observation);
        } catch (RuntimeException e) {
            LOG.warn("a subscriber to the cluster watch failed", e);
        }
    }

    private Map<NodeId, Endpoint> reachableServers() {
        Map<NodeId, Endpoint> servers = new HashMap<>();
        for (NodeSpec node : cluster.spec().nodes()) {
            if (node.id().kind() == NodeId.Kind.ZK && runs(cluster.condition(node.id()))) {
                servers.put(node.id(), cluster.client(node.id()));
            }
        }
        return servers;
    }

    private boolean anyBrokerRuns() {
        return cluster.spec().nodes().stream()
                .map(NodeSpec::id)
                .anyMatch(id -> id.kind() == NodeId.Kind.KAFKA && runs(cluster.condition(id)));
    }

    private Observation observation(Map<NodeId, Srvr> servers, KafkaSight.Answer brokers) {
        return new Observation(
                clock.instant(),
                cluster.spec().nodes().stream()
                        .map(node -> sight(node, servers, brokers))
                        .toList());
    }

    private ServerSight sight(NodeSpec node, Map<NodeId, Srvr> servers, KafkaSight.Answer brokers) {
        Condition condition = cluster.condition(node.id());
        Optional<Srvr> srvr = Optional.ofNullable(servers.get(node.id()));
        Role role =
                node.id().kind() == NodeId.Kind.ZK ? srvr.map(Srvr::role).orElse(Role.SILENT) : brokers.roleOf(node);
        return switch (condition) {
            case STOPPED, DIED -> new ServerSight(node.id(), condition, Role.DOWN, Optional.empty());
            case PAUSED -> new ServerSight(node.id(), condition, Role.SILENT, Optional.empty());
            case RUNNING, ISOLATED -> new ServerSight(node.id(), condition, role, srvr.flatMap(Srvr::lastZxid));
        };
    }

    private static boolean runs(Condition condition) {
        return condition == Condition.RUNNING || condition == Condition.ISOLATED;
    }

    /** Stops looking, within a moment; the cluster stays as it is. */
    @Override
    public void close() {
        subscribers.clear();
        synchronized (this) {
            thread.shutdownNow();
        }
        kafka.ifPresent(KafkaSight::close);
    }
}
