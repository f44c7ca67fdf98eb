package quorumbook.repl.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.ZooKeeper;
import quorumbook.labs.Attempt;
import quorumbook.labs.Lab;
import quorumbook.labs.cluster.Backend;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.cluster.Run;
import quorumbook.repl.desk.Clusters;

/** From the end of an attempt that hurt nothing to the beginning of the next, against the same on a new cluster. */
final class Resets implements Contest {
    private static final int ZNODES = 10;
    private static final int PARTITIONS = 3;
    private static final int EACH = 3;
    private static final double AT_ONCE = 0.1;

    private final Lab lab;
    private final Backend backend;
    private final Run run;
    private final Clusters clusters;
    private final Figure figure;
    private final Figure soon;
    private Optional<Attempt> latest = Optional.empty();
    private long seed;

    Resets(Backend backend, Run run, Lab lab) {
        this.lab = lab;
        this.backend = backend;
        this.run = run;
        this.clusters = new Clusters(backend, run);
        String id = lab.id().toString();
        this.figure = new Figure(
                "reset-" + id.substring(id.indexOf('/') + 1),
                "the next attempt, hurt nothing",
                Unit.SECONDS,
                new Goal.Ratio(0.05));
        this.soon = new Figure(
                "next-" + id.substring(id.indexOf('/') + 1),
                "the same, as it is waited for",
                Unit.SECONDS,
                new Goal.Below(AT_ONCE));
    }

    @Override
    public List<Figure> figures() {
        return List.of(figure, soon);
    }

    @Override
    public String opponent() {
        return "a new cluster for it (" + lab.cluster().describe()
                + "), without the time that the old one takes to end; mean of "
                + EACH + " resets a run";
    }

    @Override
    public void prepare(Set<String> wanted, Progress progress) throws Exception {
        progress.phase("making class-data archives where there are none, which takes a minute");
        backend.warm(run);
        progress.phase("starting " + lab.cluster().describe());
        other(wanted);
        ours(wanted);
    }

    @Override
    public Map<String, Double> ours(Set<String> wanted) throws Exception {
        double seconds = 0;
        for (int i = 0; i < EACH; i++) {
            seconds += again();
        }
        return Map.of(figure.name(), seconds / EACH, soon.name(), seconds / EACH);
    }

    private double again() throws Exception {
        Attempt before = latest.orElseThrow();
        use(before);
        long begun = System.nanoTime();
        Attempt after = clusters.begin(lab, ++seed, Progress.silent());
        double seconds = figure.unit().of(System.nanoTime() - begun);
        latest = Optional.of(after);
        if (before.cluster() != after.cluster()) {
            throw new ClusterException("the cluster was not proved clean and another was started");
        }
        return seconds;
    }

    /** What an attempt leaves behind. */
    private static void use(Attempt attempt) throws Exception {
        Cluster cluster = attempt.cluster();
        if (!cluster.connectString().isEmpty()) {
            ZooKeeper client = attempt.bench().zooKeeper();
            for (int i = 0; i < ZNODES; i++) {
                client.create("/left-" + i, new byte[0], ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
            }
        }
        if (!cluster.bootstrapServers().isEmpty()) {
            NewTopic topic = new NewTopic("left", Optional.of(PARTITIONS), Optional.empty());
            attempt.bench().admin().createTopics(List.of(topic)).all().get();
        }
    }

    @Override
    public Map<String, Double> other(Set<String> wanted) throws Exception {
        clusters.close();
        long begun = System.nanoTime();
        latest = Optional.of(clusters.beginFresh(lab, ++seed, Progress.silent()));
        return Map.of(figure.name(), figure.unit().of(System.nanoTime() - begun));
    }

    @Override
    public void close() {
        clusters.close();
    }
}
