package quorumbook.labs.cluster.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quorumbook.labs.cluster.Availability;
import quorumbook.labs.cluster.Backend;
import quorumbook.labs.cluster.Capability;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.ClusterSpec.Initially;
import quorumbook.labs.cluster.Finding;
import quorumbook.labs.cluster.Finding.Level;
import quorumbook.labs.cluster.HandInstalled;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.NodeSpec;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.cluster.Rival;
import quorumbook.labs.cluster.Run;
import quorumbook.labs.cluster.Software;
import quorumbook.labs.cluster.config.Versions;

/** Servers as child JVMs: needs a JDK and the jars that the build has laid, no Docker and no network. */
public final class ProcessBackend implements Backend {
    static final String NAME = "processes";
    private static final Logger LOG = LoggerFactory.getLogger(ProcessBackend.class);

    private final Map<Path, Workshop> workshops = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Availability availability() {
        ServerJars jars = ServerJars.ofThisInstallation();
        Optional<String> missing = jars.missing();
        return missing.isPresent()
                ? new Availability.Unavailable(missing.get(), jars.remedy())
                : new Availability.Available(jdk() + " runs them");
    }

    @Override
    public Set<Capability> capabilities(ClusterSpec spec) {
        Set<Capability> capabilities = EnumSet.of(Capability.KILL);
        if (Signals.arePossible()) {
            capabilities.add(Capability.PAUSE);
        }
        if (count(spec, NodeId.Kind.ZK) > 1 && !(spec instanceof HandInstalled)) {
            capabilities.add(Capability.ISOLATE_ZOOKEEPER);
            capabilities.add(Capability.CUT_ZOOKEEPER_LINK);
        }
        return Set.copyOf(capabilities);
    }

    @Override
    public Cluster launch(ClusterSpec spec, Run run, Progress progress) {
        return launch(spec, run, workshop(run).commands(run), progress);
    }

    ProcessCluster launch(ClusterSpec spec, Run run, Commands commands, Progress progress) {
        progress.phase("preparing " + spec.describe());
        ClusterGround ground = workshop(run).prepare(spec, run, commands);
        ProcessCluster cluster = new ProcessCluster(ground, capabilities(spec), OpenClusters::remove);
        OpenClusters.add(cluster);
        try {
            if (spec.initially() == Initially.RUNNING) {
                progress.phase("starting " + spec.describe());
                spec.nodes().stream().map(NodeSpec::id).forEach(cluster::start);
            }
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    @Override
    public List<String> sweep(Run run) {
        List<String> removed = new ArrayList<>();
        for (String dead : run.dead()) {
            try {
                removed.addAll(Workshop.sweep(run, dead));
            } catch (IOException e) {
                LOG.warn("run {} was not swept", dead, e);
            }
        }
        return removed;
    }

    @Override
    public void warmUp(Run run) {
        Thread thread = new Thread(() -> warm(run), "quorumbook-warm-up");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    @Override
    public void warm(Run run) {
        train(run, Software.values());
    }

    /** Trains those of the line-ups that have no archive; returns when done, or when another workbook is at it. */
    void train(Run run, Software... software) {
        try {
            new ArchiveTraining(this, workshop(run), run).trainWhatIsMissing(List.of(software));
        } catch (IOException | ClusterException e) {
            // Nothing is lost: servers start without, more slowly.
            LOG.warn("no class-data archive was made", e);
        }
    }

    @Override
    public Optional<Rival> rival() {
        return Detachment.isOnPath("sh") ? Optional.of(new OfficialStart()) : Optional.empty();
    }

    /** The same servers and configuration, with the flags of the official start scripts. */
    private final class OfficialStart implements Rival {
        private static final Duration PATIENCE = Duration.ofMinutes(5);

        @Override
        public String words() {
            return "flags of the official start scripts";
        }

        @Override
        public Running launch(ClusterSpec spec, Run run) {
            Commands commands = new OfficialCommands(run.id(), workshop(run).classPath());
            ProcessCluster cluster = ProcessBackend.this.launch(spec, run, commands, Progress.silent());
            try {
                cluster.awaitReady(PATIENCE, Progress.silent());
                return cluster;
            } catch (RuntimeException e) {
                cluster.close();
                throw e;
            }
        }
    }

    @Override
    public List<Finding> examine() {
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding(Level.GOOD, "JDK", jdk() + " in " + System.getProperty("java.home"), ""));
        ServerJars jars = ServerJars.ofThisInstallation();
        for (Software software : Software.values()) {
            int count = jars.list(software).size();
            String subject = software.lineup() + " " + Versions.built().of(software);
            findings.add(
                    count > 0
                            ? new Finding(Level.GOOD, subject, count + " jars", "")
                            : new Finding(Level.BAD, subject, "no jars", jars.remedy()));
        }
        findings.add(new Finding(Level.GOOD, "Ctrl-C", Detachment.here().words(), ""));
        findings.add(
                Signals.arePossible()
                        ? new Finding(Level.GOOD, "pausing servers", "by SIGSTOP", "")
                        : new Finding(Level.NOTE, "pausing servers", "not possible here", "Use --runtime containers."));
        return findings;
    }

    private Workshop workshop(Run run) {
        return workshops.computeIfAbsent(run.state().toAbsolutePath(), Workshop::at);
    }

    private static long count(ClusterSpec spec, NodeId.Kind kind) {
        return spec.nodes().stream().filter(node -> node.id().kind() == kind).count();
    }

    private static String jdk() {
        return "JDK " + Runtime.version().feature() + " (" + System.getProperty("java.vendor") + " "
                + System.getProperty("java.version") + ")";
    }
}
