package quorumbook.labs.cluster.container;

import com.github.dockerjava.api.exception.DockerException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quorumbook.labs.cluster.Capability;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.ClusterSpec.Initially;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.NodeSpec;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.cluster.Run;
import quorumbook.labs.cluster.Software;
import quorumbook.labs.cluster.config.ConfigWriter;
import quorumbook.labs.cluster.config.KRaftIdentity;
import quorumbook.labs.cluster.config.NodeFiles;

/** One cluster on its way from a shape to running containers; on failure nothing is left behind. */
final class Launch {
    private static final Logger LOG = LoggerFactory.getLogger(Launch.class);
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final int ATTEMPTS = 5;

    private final Engine engine;
    private final Labels labels;
    private final Path folder;
    private final ClusterSpec spec;
    private final Set<Capability> capabilities;
    private final Map<Software, ImageStore.Found> images;
    private final Archives archives;
    private final KRaftIdentity identity;
    private final String toolbox;
    private final Progress progress;

    /** Which class-data archive a node gets. */
    @FunctionalInterface
    interface Archives {
        Recipe.Archive of(NodeSpec node, ImageStore.Found image);
    }

    /** @param toolbox an image with the ip command */
    Launch(
            Engine engine,
            Run run,
            ClusterSpec spec,
            Set<Capability> capabilities,
            Map<Software, ImageStore.Found> images,
            Archives archives,
            KRaftIdentity identity,
            String toolbox,
            Progress progress) {
        this.engine = engine;
        this.labels = Labels.of(run);
        this.folder = run.folder();
        this.spec = spec;
        this.capabilities = capabilities;
        this.images = images;
        this.archives = archives;
        this.identity = identity;
        this.toolbox = toolbox;
        this.progress = progress;
    }

    /** The cluster, its nodes running unless the shape is stopped at first. */
    ContainerCluster begin() {
        for (int attempt = 1; ; attempt++) {
            ContainerCluster cluster = create();
            try {
                if (spec.initially() == Initially.RUNNING) {
                    progress.phase("starting " + spec.describe());
                    cluster.startAll();
                }
                return cluster;
            } catch (DockerException e) {
                cluster.close();
                if (attempt == ATTEMPTS || !isPortTaken(e)) {
                    throw refused(e);
                }
                LOG.info("a port was taken meanwhile, choosing others", e);
            } catch (RuntimeException e) {
                cluster.close();
                throw e;
            }
        }
    }

    private ContainerCluster create() {
        progress.phase("creating " + spec.describe());
        String name = "quorumbook-" + labels.run() + "-" + NUMBER.incrementAndGet();
        List<NodeSpec> specs = spec.nodes();
        List<NodeId> ids = specs.stream().map(NodeSpec::id).toList();
        LoopbackPorts ports = LoopbackPorts.choose(ids);
        Networks networks = Networks.create(engine, labels, name, ids);
        try {
            List<ContainerNode> created = Together.map(specs, node -> {
                Recipe recipe = recipe(node, ports);
                return ContainerNode.create(engine, recipe, name + "-" + node.id(), networks, labels);
            });
            Map<NodeId, ContainerNode> nodes = new HashMap<>();
            created.forEach(node -> nodes.put(node.id(), node));
            Links links = new Links(engine, networks, labels, toolbox);
            Copies copies = new Copies(folder.resolve(name));
            ContainerGround ground = new ContainerGround(spec, networks, ports, nodes, links, copies).guarded();
            return new ContainerCluster(ground, capabilities);
        } catch (RuntimeException e) {
            removeAll(name, networks);
            ports.close();
            throw e instanceof DockerException refusal ? refused(refusal) : e;
        }
    }

    private Recipe recipe(NodeSpec node, LoopbackPorts ports) {
        ConfigWriter writer = new ConfigWriter(spec, identity);
        Supplier<NodeFiles> files = () -> writer.files(node.id(), Place.layout(spec, node, ports::of));
        ImageStore.Found image = Objects.requireNonNull(images.get(node.software()));
        return new Recipe(node, image, files.get(), files, ports.of(node.id()), archives.of(node, image));
    }

    /** After a failure half-way: what was created is known by its name alone. */
    private void removeAll(String name, Networks networks) {
        try {
            Together.map(spec.nodes(), node -> {
                ContainerNode.remove(engine, name + "-" + node.id());
                return node;
            });
            networks.remove();
        } catch (RuntimeException e) {
            LOG.warn("tidying up after a failed launch was not complete; the next start sweeps the rest", e);
        }
    }

    private static boolean isPortTaken(DockerException e) {
        String said = String.valueOf(e.getMessage());
        return Stream.of("port is already allocated", "address already in use", "failed to bind host port")
                .anyMatch(said::contains);
    }

    private ClusterException refused(DockerException e) {
        return new ClusterException(
                "The Docker engine refused to start " + spec.describe() + ": "
                        + String.valueOf(e.getMessage()).strip(),
                e);
    }
}
