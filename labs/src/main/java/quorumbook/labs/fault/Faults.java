package quorumbook.labs.fault;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Condition;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.NodeSpec;
import quorumbook.labs.cluster.Proof;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.Recorder;

/** Runs something while a fault lasts. */
public final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private Faults() {}

    /** What happens meanwhile. */
    @FunctionalInterface
    public interface Body<T> {
        T run() throws Exception;
    }

    /**
     * Inflicts the fault, runs the body once that is proved, and heals it however the body ends. All of it is noted; where
     * proof is missing, that is noted too, and every invariant of the history then says that it cannot tell.
     *
     * @throws ClusterException if the fault left no proof, or did not heal
     */
    public static <T> T during(Fault fault, Cluster cluster, Recorder recorder, Body<T> body) throws Exception {
        inflict(fault, cluster, recorder);
        T result;
        try {
            result = body.run();
        } catch (Exception | Error e) {
            healAfter(e, fault, cluster, recorder);
            throw e;
        }
        heal(fault, cluster, recorder);
        return result;
    }

    private static void inflict(Fault fault, Cluster cluster, Recorder recorder) throws InterruptedException {
        Map<NodeId, Condition> before = conditions(cluster);
        try {
            List<Proof> proofs = fault.inflict(cluster);
            if (proofs.isEmpty()) {
                throw new ClusterException("Nothing shows that " + fault.words() + ".");
            }
            recorder.note(at -> new Event.Inflicted(at, fault.words(), proofs));
            if (fault instanceof Fault.SessionExpired expired) {
                recorder.note(at -> new Event.Gone(at, expired.client(), fault.words()));
            }
        } catch (InterruptedException | RuntimeException e) {
            unproved(fault, recorder, e);
            // What was refused, such as killing a server that the learner has stopped, is not ours to heal.
            if (!conditions(cluster).equals(before)) {
                healAfter(e, fault, cluster, recorder);
            }
            throw e;
        }
    }

    private static Map<NodeId, Condition> conditions(Cluster cluster) {
        return cluster.spec().nodes().stream()
                .map(NodeSpec::id)
                .collect(Collectors.toMap(node -> node, cluster::condition));
    }

    /** A second failure must not hide the first. */
    private static void healAfter(Throwable first, Fault fault, Cluster cluster, Recorder recorder) {
        try {
            heal(fault, cluster, recorder);
        } catch (RuntimeException e) {
            first.addSuppressed(e);
            LOG.warn("{}: not healed", fault.words(), e);
        }
    }

    /** Whoever is interrupted still heals, and is interrupted then. */
    private static void heal(Fault fault, Cluster cluster, Recorder recorder) {
        boolean interrupted = Thread.interrupted();
        try {
            List<Proof> proofs = fault.heal(cluster);
            recorder.note(at -> new Event.Healed(at, fault.words(), proofs));
        } catch (RuntimeException e) {
            unproved(fault, recorder, e);
            throw e;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void unproved(Fault fault, Recorder recorder, Exception e) {
        String why = e.getMessage() == null ? e.toString() : e.getMessage();
        recorder.note(at -> new Event.Unproved(at, fault.words(), why));
    }
}
