package quorumbook.repl.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import quorumbook.labs.Attempt;
import quorumbook.labs.Lab;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.Backend;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.cluster.Run;
import quorumbook.repl.desk.Clusters;

/** From the end of an attempt that spoilt its servers to the beginning of the next, while a spare stands ready. */
final class Spares implements Contest {
    private static final double AT_ONCE = 1;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Lab lab;
    private final Clusters clusters;
    private final Figure figure;
    private long seed;

    Spares(Backend backend, Run run, Lab lab) {
        this.lab = lab;
        this.clusters = new Clusters(backend, run);
        String id = lab.id().toString();
        this.figure = new Figure(
                "spare-" + id.substring(id.indexOf('/') + 1),
                "the next attempt, servers spoilt",
                Unit.SECONDS,
                new Goal.Below(AT_ONCE));
    }

    @Override
    public List<Figure> figures() {
        return List.of(figure);
    }

    @Override
    public void prepare(Set<String> wanted, Progress progress) {
        // Its servers are started by the first run.
    }

    @Override
    public Map<String, Double> ours(Set<String> wanted) throws Exception {
        Attempt spoilt = clusters.begin(lab, ++seed, Progress.silent());
        spoilt.done(spoilt.cluster().kill(spoilt.cluster().spec().nodes().get(0).id()));
        clusters.spareIfScarred();
        if (!Eventually.holds(PATIENCE, clusters::hasSpare)) {
            throw new ClusterException(
                    "no spare was made within " + PATIENCE.toSeconds() + " s: is there memory for a second cluster?");
        }
        long begun = System.nanoTime();
        clusters.begin(lab, ++seed, Progress.silent());
        return Map.of(figure.name(), figure.unit().of(System.nanoTime() - begun));
    }

    @Override
    public void close() {
        clusters.close();
    }
}
