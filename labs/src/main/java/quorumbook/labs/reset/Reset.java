package quorumbook.labs.reset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.zookeeper.KeeperException;
import quorumbook.labs.Bench;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.KafkaOnZooKeeper;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.NodeSpec;
import quorumbook.labs.history.Event;

/**
 * Empties the cluster of a finished attempt in a twentieth of the time that a new one takes. Whatever cannot be undone or
 * proved to be undone makes the cluster scarred: a new attempt never begins in the leftovers of an old one.
 */
public final class Reset {
    private Reset() {}

    /** Cleans up after the attempt of that bench. Close the learner's sessions and clients first: they might write on. */
    public static Cleanness clean(Bench bench) throws InterruptedException {
        Optional<String> scar = scar(bench);
        if (scar.isPresent()) {
            return new Cleanness.Scarred(scar.get());
        }
        try {
            List<String> evidence = new ArrayList<>();
            if (!bench.cluster().connectString().isEmpty()) {
                evidence.addAll(EmptyTree.make(bench.zooKeeper(), bench.cluster()));
            }
            if (!bench.cluster().bootstrapServers().isEmpty()) {
                evidence.addAll(EmptyBrokers.make(bench.admin(), bench.cluster()));
            }
            return new Cleanness.Clean(evidence);
        } catch (NotEmptyException | ClusterException e) {
            return new Cleanness.Scarred(String.valueOf(e.getMessage()));
        } catch (KeeperException e) {
            return new Cleanness.Scarred("the tree could not be emptied: " + e.getMessage());
        } catch (ExecutionException e) {
            return new Cleanness.Scarred("the brokers could not be emptied: " + e.getCause());
        }
    }

    /** Why the cluster cannot be cleaned any more, if that is known already: a clause without full stop. */
    public static Optional<String> scar(Bench bench) {
        if (bench.cluster().spec() instanceof KafkaOnZooKeeper) {
            return Optional.of("in ZooKeeper mode Kafka keeps its own znodes in the tree");
        }
        List<Event.Done> done = bench.history().all(Event.Done.class);
        if (!done.isEmpty()) {
            Event.Done last = done.get(done.size() - 1);
            return Optional.of(last.proof().node() + " was " + last.proof().verb());
        }
        Optional<String> fault = bench.history()
                .last(Event.Unproved.class)
                .map(Event.Unproved::fault)
                .or(() -> bench.history().last(Event.Inflicted.class).map(Event.Inflicted::fault));
        if (fault.isPresent()) {
            return fault;
        }
        for (NodeSpec node : bench.cluster().spec().nodes()) {
            NodeId id = node.id();
            Condition condition = bench.cluster().condition(id);
            if (condition != Condition.RUNNING) {
                return Optional.of(id + " does not run as it should");
            }
        }
        return Optional.empty();
    }

    /** Something is left that should not be; the message says what. */
    static final class NotEmptyException extends Exception {
        private static final long serialVersionUID = 1L;

        NotEmptyException(String message) {
            super(message);
        }
    }
}
