package quorumbook.labs.cluster.ready;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.await.Eventually.Sight;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.NodeId.Kind;
import quorumbook.labs.cluster.NodeSpec;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.cluster.ready.Awaited.Hopeless;
import quorumbook.labs.cluster.ready.Awaited.Ready;
import quorumbook.labs.cluster.ready.Awaited.Waiting;

/** Waits until a cluster serves, asked as a client asks; a log is read only to explain why it does not. */
public final class Readiness {
    private static final int LOG_LINES = 12;

    private final Cluster cluster;
    private final Duration deadline;
    private final long end;
    private final Progress progress;
    private String phase = "";

    private Readiness(Cluster cluster, Duration deadline, Progress progress) {
        this.cluster = cluster;
        this.deadline = deadline;
        this.end = System.nanoTime() + deadline.toNanos();
        this.progress = progress;
    }

    /** See {@link Cluster#awaitReady}. */
    public static void await(Cluster cluster, Duration deadline, Progress progress) {
        new Readiness(cluster, deadline, progress).await();
    }

    private void await() {
        until(Ready::new); // nobody has died yet
        List<NodeSpec> zooKeepers = running(Kind.ZK);
        List<NodeSpec> kafkas = running(Kind.KAFKA, Kind.CONTROLLER);
        if (!zooKeepers.isEmpty()) {
            ZooKeeperReadiness zooKeeper = new ZooKeeperReadiness(cluster, zooKeepers);
            until(zooKeeper::formed);
            until(zooKeeper::serves);
        }
        if (kafkas.stream().anyMatch(node -> node.id().kind() == Kind.KAFKA)) {
            until(() -> KafkaReadiness.open(cluster, kafkas));
            try (KafkaReadiness kafka = new KafkaReadiness(cluster, kafkas)) {
                until(kafka::registered);
                until(kafka::writable);
                until(kafka::tidy);
            }
        }
    }

    private void until(Callable<Awaited> look) {
        try {
            Sight<Awaited> sight = Eventually.look(
                    Duration.ofNanos(end - System.nanoTime()), () -> once(look), seen -> !(seen instanceof Waiting));
            settle(sight);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("The wait for " + cluster.spec().describe() + " was interrupted.", e);
        }
    }

    private Awaited once(Callable<Awaited> look) throws Exception {
        Awaited seen = died().orElse(new Ready());
        if (seen instanceof Ready) {
            seen = look.call();
        }
        if (seen instanceof Waiting waiting && !waiting.phase().equals(phase)) {
            phase = waiting.phase();
            progress.phase(phase);
        }
        return seen;
    }

    private Optional<Awaited> died() {
        return cluster.spec().nodes().stream()
                .map(NodeSpec::id)
                .filter(id -> cluster.condition(id) == Condition.DIED)
                .findFirst()
                .map(id -> new Hopeless(id, "has died"));
    }

    private void settle(Sight<Awaited> sight) {
        Awaited last = sight.last().orElseGet(() -> new Waiting("", first(), "to answer; " + cause(sight)));
        if (last instanceof Hopeless hopeless) {
            throw new ClusterException(hopeless.node() + " " + hopeless.words() + "." + log(hopeless.node()));
        }
        if (last instanceof Waiting waiting) {
            throw new ClusterException("Not ready after " + deadline.toSeconds() + " s: waited for " + waiting.node()
                    + " " + waiting.words() + "." + log(waiting.node()));
        }
    }

    private String log(NodeId node) {
        List<String> lines = cluster.serverLog(node, LOG_LINES);
        return lines.isEmpty()
                ? " Its server log is empty."
                : " The last lines of its server log:\n  " + String.join("\n  ", lines);
    }

    private NodeId first() {
        return cluster.spec().nodes().get(0).id();
    }

    private static String cause(Sight<Awaited> sight) {
        return sight.failure().map(Exception::toString).orElse("nothing was seen");
    }

    private List<NodeSpec> running(Kind... kinds) {
        return cluster.spec().nodes().stream()
                .filter(node -> Arrays.asList(kinds).contains(node.id().kind()))
                .filter(node -> cluster.condition(node.id()) == Condition.RUNNING)
                .toList();
    }
}
