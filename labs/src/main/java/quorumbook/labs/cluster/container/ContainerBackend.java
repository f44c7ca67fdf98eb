package quorumbook.labs.cluster.container;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quorumbook.labs.cluster.Availability;
import quorumbook.labs.cluster.Backend;
import quorumbook.labs.cluster.Backends;
import quorumbook.labs.cluster.Capability;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.Finding;
import quorumbook.labs.cluster.HandInstalled;
import quorumbook.labs.cluster.NodeSpec;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.cluster.Rival;
import quorumbook.labs.cluster.Run;
import quorumbook.labs.cluster.Software;
import quorumbook.labs.cluster.config.ConfigWriter;
import quorumbook.labs.cluster.config.KRaftIdentity;

/** Runs clusters as containers on the Docker engine of this machine. */
public final class ContainerBackend implements Backend {
    static final String NAME = "containers";
    private static final Logger LOG = LoggerFactory.getLogger(ContainerBackend.class);
    private static final AtomicBoolean GUARDED = new AtomicBoolean();

    private final Map<String, String> environment;
    private Optional<Engine> connected = Optional.empty();

    /** Configured by this program's environment and system properties. */
    public ContainerBackend() {
        this(System.getenv());
    }

    ContainerBackend(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Availability availability() {
        return new Survey(address(), images()).availability();
    }

    @Override
    public List<Finding> examine() {
        return new Survey(address(), images()).findings();
    }

    @Override
    public Set<Capability> capabilities(ClusterSpec spec) {
        if (spec instanceof HandInstalled) {
            return beside().capabilities(spec);
        }
        Set<Capability> all = EnumSet.of(Capability.KILL, Capability.PAUSE);
        if (spec.nodes().size() > 1) {
            all.add(Capability.ISOLATE_ZOOKEEPER);
            all.add(Capability.ISOLATE_KAFKA);
            if (hasToolbox(spec)) {
                all.add(Capability.CUT_ZOOKEEPER_LINK);
                all.add(Capability.CUT_KAFKA_LINK);
            }
        }
        return Set.copyOf(all);
    }

    /** A link is cut with a tool that Kafka's image has and ZooKeeper's has not; nothing is pulled for it. */
    private boolean hasToolbox(ClusterSpec spec) {
        if (spec.nodes().stream().anyMatch(node -> node.software() == Software.KAFKA)) {
            return true;
        }
        try {
            Optional<EngineProbe> probe = ImageStore.probe(address());
            return probe.isPresent() && probe.get().hasImage(toolbox());
        } catch (IOException e) {
            return false;
        }
    }

    private String toolbox() {
        return images().of(Software.KAFKA);
    }

    @Override
    public Cluster launch(ClusterSpec spec, Run run, Progress progress) {
        if (spec instanceof HandInstalled) {
            return beside().launch(spec, run, progress);
        }
        progress.phase("connecting to the Docker engine");
        ClassData archives = archives(run);
        return launch(spec, run, progress, (node, image) -> archives.of(image)).begin();
    }

    /**
     * What runs servers that somebody else installs, in folders and at ports of this machine: a container has neither, and
     * a configuration that was written for the one place would have to be rewritten for the other.
     */
    private static Backend beside() {
        return Backends.named("processes")
                .orElseThrow(() -> new ClusterException("Servers that you install yourself run as processes, and this "
                        + "installation has no runtime for those."));
    }

    private Launch launch(ClusterSpec spec, Run run, Progress progress, Launch.Archives archives) {
        Engine engine = engine();
        Labels labels = Labels.of(run);
        Map<Software, ImageStore.Found> found = need(spec, progress);
        KRaftIdentity identity = ConfigWriter.needsCheckpoint(spec)
                ? KRaftIdentity.fresh(new Checkpoint(engine, labels, Keepsakes.of(run))
                        .of(Objects.requireNonNull(found.get(Software.KAFKA)), progress))
                : KRaftIdentity.none();
        return new Launch(engine, run, spec, capabilities(spec), found, archives, identity, toolbox(), progress);
    }

    private Map<Software, ImageStore.Found> need(ClusterSpec spec, Progress progress) {
        ImageStore store = new ImageStore(engine(), address());
        Map<Software, ImageStore.Found> found = new EnumMap<>(Software.class);
        for (NodeSpec node : spec.nodes()) {
            found.computeIfAbsent(node.software(), software -> {
                ImageStore.Found image = store.need(images().of(software), Images.variable(software), progress);
                Place.check(software, image);
                return image;
            });
        }
        return found;
    }

    @Override
    public List<String> sweep(Run run) {
        // Those beside come first: a folder that they need to find survivors by must still be there.
        List<String> removed = new ArrayList<>(beside().sweep(run));
        removed.addAll(sweepContainers(run));
        return removed;
    }

    private List<String> sweepContainers(Run run) {
        // Whether the images are here does not matter for that.
        return new Survey(address(), images()).engineAnswers()
                ? new Sweep(engine(), Labels.of(run), run).dead()
                : List.of();
    }

    @Override
    public void warmUp(Run run) {
        Thread thread = new Thread(() -> warm(run), "class-data");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public Optional<Rival> rival() {
        return KafkaContainerRival.find(images().kafka());
    }

    @Override
    public void warm(Run run) {
        try {
            for (Software software : Software.values()) {
                warm(run, software);
            }
            archives(run).tidy(imagesHere());
        } catch (RuntimeException e) {
            LOG.info("not every class-data archive was made; servers start without", e);
        }
    }

    void warm(Run run, Software software) {
        ClassData archives = archives(run);
        look(software)
                .filter(image -> !archives.isMade(image))
                .ifPresent(image -> Keepsakes.of(run).alone("archive-" + image.shortId(), () -> {
                    ClusterSpec shape = ClassData.shape(software);
                    Launch launch = launch(shape, run, Progress.silent(), archives.writing(software));
                    archives.make(software, image, launch);
                }));
    }

    private Set<ImageStore.Found> imagesHere() {
        return Stream.of(Software.values())
                .flatMap(software -> look(software).stream())
                .collect(Collectors.toSet());
    }

    private Optional<ImageStore.Found> look(Software software) {
        return new ImageStore(engine(), address()).look(images().of(software));
    }

    private ClassData archives(Run run) {
        return new ClassData(engine(), Labels.of(run), Keepsakes.of(run));
    }

    private EngineAddress address() {
        return EngineAddress.find(environment);
    }

    private Images images() {
        return Images.configured(environment, name -> Optional.ofNullable(System.getProperty(name)));
    }

    private synchronized Engine engine() {
        if (connected.isEmpty()) {
            EngineAddress address = address();
            connected = Optional.of(Engine.connect(address));
            if (GUARDED.compareAndSet(false, true)) {
                ImageStore.probe(address).ifPresent(probe -> Guard.raise(probe, environment));
            }
        }
        return connected.orElseThrow();
    }
}
