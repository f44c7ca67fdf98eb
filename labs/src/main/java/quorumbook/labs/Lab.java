package quorumbook.labs;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quorumbook.labs.cluster.Capability;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.history.Given;
import quorumbook.labs.history.History;

/** One exercise as the machine sees it: its cluster, its values, its beginning, what to look at in the end, what to claim. */
public interface Lab {
    LabId id();

    ClusterSpec cluster();

    /** The shape for an attempt with these values: the same for all, unless they say where its servers are to be found. */
    default ClusterSpec cluster(Given given) {
        return cluster();
    }

    /** What has to be done to servers in this exercise: where it cannot be, the exercise does not begin. */
    default Set<Capability> demands() {
        return Set.of();
    }

    /** The values of the attempt with that seed. */
    Given given(long seed);

    /** How many copies of the learner's own program the trial runs at once: their JVMs are started ahead. */
    default int programs() {
        return 0;
    }

    /** The least that an attempt with faults takes, whoever does it; nothing if it is only as slow as the machine. */
    default Floor floor() {
        return Floor.none();
    }

    /**
     * That part of {@link #prepare} which takes long and is the same for all values: it is also done on a spare cluster, while
     * nobody waits. Leaves nothing that another exercise would notice.
     */
    default void warm(Bench bench) throws Exception {}

    /** Brings a clean cluster to where the exercise begins. */
    default void prepare(Bench bench) throws Exception {}

    /**
     * Looks at (and where the exercise says so: acts on) the cluster as the learner has left it, and returns everything
     * that the checks need. May be called again and again in one attempt and must not spoil the next call.
     */
    History trial(Bench bench) throws Exception;

    /**
     * Takes away what {@link #prepare} and whoever worked there have laid outside the cluster. For an attempt that nobody
     * comes back to, as a submission's is; a learner keeps their work.
     */
    default void clear(Bench bench) throws IOException {}

    List<Check> checks();

    /** The questions that {@code /predict} answers, by id, with the words of the question. */
    default Map<String, String> questions() {
        return Map.of();
    }

    /**
     * What has to be remembered of the cluster at the moment when the answer to {@code question} is sealed, so that a
     * judge can tell that it was sealed before the experiment.
     */
    default Map<String, String> situation(Bench bench, String question) throws Exception {
        return Map.of();
    }
}
