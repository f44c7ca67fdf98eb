package quorumbook.repl.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quorumbook.labs.cluster.Availability;
import quorumbook.labs.cluster.Backend;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.Ensemble;
import quorumbook.labs.cluster.KRaft;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.cluster.Rival;
import quorumbook.labs.cluster.Run;

/** Three ZooKeeper servers and three Kafka nodes as processes: until they serve, and what they hold in memory. */
final class Servers implements Contest {
    private static final Figure ENSEMBLE =
            new Figure("ensemble", "3 ZooKeeper servers ready", Unit.SECONDS, new Goal.Ratio(0.45));
    private static final Figure KAFKA = new Figure("kafka", "3 Kafka nodes ready", Unit.SECONDS, new Goal.Ratio(0.3));
    private static final Figure RSS = memory("memory", "RSS of these 3 + 3 in use");
    private static final Figure PSS = memory("memory-pss", "PSS of these 3 + 3 in use");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Backend backend;
    private final Run run;

    private static Figure memory(String name, String what) {
        return new Figure(name, what, Unit.MEGABYTES, new Goal.Ratio(0.45));
    }

    Servers(Backend backend, Run run) {
        this.backend = backend;
        this.run = run;
    }

    @Override
    public List<Figure> figures() {
        return List.of(ENSEMBLE, KAFKA, RSS, PSS);
    }

    @Override
    public String opponent() {
        return "the same servers and configuration with the "
                + backend.rival().map(Rival::words).orElse("") + ", kafka-storage format included; in use: after "
                + Use.words();
    }

    @Override
    public Optional<String> hindrance() {
        if (backend.availability() instanceof Availability.Unavailable no) {
            return Optional.of(no.why() + " " + no.remedy());
        }
        return backend.rival().isPresent() ? Optional.empty() : Optional.of("needs a POSIX shell");
    }

    @Override
    public void prepare(Set<String> wanted, Progress progress) {
        progress.phase("making class-data archives where there are none, which takes a minute");
        backend.warm(run);
    }

    @Override
    public Map<String, Double> ours(Set<String> wanted) throws Exception {
        return measure(wanted, spec -> backend.bringUp(spec, run, PATIENCE, Progress.silent(), started -> {}));
    }

    @Override
    public Map<String, Double> other(Set<String> wanted) throws Exception {
        Rival rival = backend.rival().orElseThrow();
        return measure(wanted, spec -> rival.launch(spec, run));
    }

    private interface Start {
        Rival.Running ready(ClusterSpec spec) throws Exception;
    }

    private static Map<String, Double> measure(Set<String> wanted, Start start) throws Exception {
        Map<String, Double> values = new HashMap<>();
        boolean counted = Memory.isCountedHere() && wanted.stream().anyMatch(name -> name.startsWith(RSS.name()));
        if (counted || wanted.contains(ENSEMBLE.name())) {
            measure(ENSEMBLE, Ensemble.of(3), start, counted, values);
        }
        if (counted || wanted.contains(KAFKA.name())) {
            measure(KAFKA, KRaft.combined(3), start, counted, values);
        }
        return values;
    }

    private static void measure(
            Figure figure, ClusterSpec spec, Start start, boolean counted, Map<String, Double> values)
            throws Exception {
        long begun = System.nanoTime();
        try (Rival.Running cluster = start.ready(spec)) {
            values.put(figure.name(), figure.unit().of(System.nanoTime() - begun));
            if (counted) {
                Use.of(cluster);
                values.merge(RSS.name(), Memory.ofServers(Memory.Count.RSS), Double::sum);
                values.merge(PSS.name(), Memory.ofServers(Memory.Count.PSS), Double::sum);
            }
        }
    }

    @Override
    public void close() {}
}
