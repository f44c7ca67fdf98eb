package quorumbook.repl.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import quorumbook.labs.cluster.Availability;
import quorumbook.labs.cluster.Backend;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.KRaft;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.cluster.Rival;
import quorumbook.labs.cluster.Run;

/** Our three Kafka nodes in containers, against the one node of Testcontainers' own. */
final class Containers implements Contest {
    private static final Figure CONTAINERS =
            new Figure("containers", "3 Kafka nodes ready, against one", Unit.SECONDS, new Goal.Ratio(1));
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final ClusterSpec THREE = KRaft.combined(3);

    private final Backend backend;
    private final Run run;
    private Optional<Rival> rival = Optional.empty();

    Containers(Backend backend, Run run) {
        this.backend = backend;
        this.run = run;
    }

    @Override
    public List<Figure> figures() {
        return List.of(CONTAINERS);
    }

    @Override
    public String opponent() {
        return rival.map(Rival::words).orElse("Testcontainers' KafkaContainer");
    }

    @Override
    public Optional<String> hindrance() {
        if (backend.availability() instanceof Availability.Unavailable no) {
            return Optional.of(no.why() + " " + no.remedy());
        }
        rival = backend.rival();
        return rival.isPresent()
                ? Optional.empty()
                : Optional.of("the jar of Testcontainers' KafkaContainer is not there; mvn package lays it");
    }

    @Override
    public void prepare(Set<String> wanted, Progress progress) {
        progress.phase("making class-data archives where there are none, which takes a minute");
        backend.warm(run);
    }

    @Override
    public Map<String, Double> ours(Set<String> wanted) {
        long begun = System.nanoTime();
        try (Cluster cluster = backend.bringUp(THREE, run, PATIENCE, Progress.silent(), started -> {})) {
            return Map.of(CONTAINERS.name(), Unit.SECONDS.of(System.nanoTime() - begun));
        }
    }

    @Override
    public Map<String, Double> other(Set<String> wanted) throws Exception {
        long begun = System.nanoTime();
        try (Rival.Running one = rival.orElseThrow().launch(KRaft.combined(1), run)) {
            return Map.of(CONTAINERS.name(), Unit.SECONDS.of(System.nanoTime() - begun));
        }
    }

    @Override
    public void close() {}
}
