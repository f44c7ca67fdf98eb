package quorumbook.labs.cluster.container;

import com.github.dockerjava.api.model.HostConfig;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quorumbook.labs.cell.Cell;
import quorumbook.labs.cell.Cells;
import quorumbook.labs.cell.Furniture;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.cluster.Run;
import quorumbook.labs.cluster.Software;

/** Cells as containers on the Docker engine of this machine, of an image with a {@code java} on its path. */
public final class ContainerCells implements Cells {
    private static final String SETTING = "QUORUMBOOK_IMAGE_SANDBOX";
    private static final Pattern RELEASE = Pattern.compile("version \"([0-9]+)");

    private static final Logger LOG = LoggerFactory.getLogger(ContainerCells.class);

    private final Map<String, String> environment;
    // Guarded by this.
    private Optional<Ready> ready = Optional.empty();

    /** What is there once the engine was spoken to. */
    private record Ready(Engine engine, Labels labels, Keepsakes keepsakes, CellJars jars, ImageStore.Found image) {}

    /** Configured by this program's environment and system properties. */
    public ContainerCells() {
        this(System.getenv());
    }

    ContainerCells(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Optional<String> missing() {
        EngineAddress address = EngineAddress.find(environment);
        if (new Survey(address, images()).engineAnswers()) {
            return Optional.empty();
        }
        return Optional.of("Strangers' programs are held in containers, and no Docker engine answers at "
                + address.uri() + ". Install or start Docker.");
    }

    @Override
    public int java(Run run) {
        Ready at = ready(run);
        String mark = "java-of-" + at.image().shortId();
        Optional<byte[]> known = at.keepsakes().read(mark);
        if (known.isPresent()) {
            return known.get()[0];
        }
        String said = String.join(
                "\n",
                Errand.run(
                                at.engine(),
                                "asking the image " + at.image().name() + " for its Java",
                                "",
                                Map.of(),
                                docker -> docker.createContainerCmd(at.image().name())
                                        .withEntrypoint("java")
                                        .withCmd("-version")
                                        .withLabels(at.labels().ofRun())
                                        .withHostConfig(
                                                HostConfig.newHostConfig().withNetworkMode("none")))
                        .said());
        Matcher matcher = RELEASE.matcher(said);
        if (!matcher.find()) {
            throw new ClusterException("The image " + at.image().name() + " has no Java that says its version. Set "
                    + SETTING + " to another image.");
        }
        byte release = (byte) Integer.parseInt(matcher.group(1));
        at.keepsakes().write(mark, new byte[] {release});
        return release;
    }

    @Override
    public Cell open(Furniture furniture, Run run) {
        Ready at = ready(run);
        return ContainerCell.open(at.engine(), () -> {
            String volume = at.jars().of(furniture.jars(), at.image().name());
            CellImage image = new CellImage(at.image().name(), volume, at.labels());
            return docker -> image.command(docker, furniture);
        });
    }

    private synchronized Ready ready(Run run) {
        if (ready.isEmpty()) {
            EngineAddress address = EngineAddress.find(environment);
            Engine engine = Engine.connect(address);
            Labels labels = Labels.of(run);
            Keepsakes keepsakes = Keepsakes.of(run);
            // Servers may be processes, and then nobody else looks here for what a run that died has left.
            new Sweep(engine, labels, run).dead().forEach(LOG::info);
            ImageStore.Found image = new ImageStore(engine, address).need(name(), SETTING, Progress.silent());
            ready = Optional.of(new Ready(engine, labels, keepsakes, new CellJars(engine, labels, keepsakes), image));
        }
        return ready.get();
    }

    private String name() {
        return Optional.ofNullable(environment.get(SETTING))
                .filter(image -> !image.isBlank())
                .map(String::strip)
                .orElseGet(() -> images().of(Software.ZOOKEEPER));
    }

    private Images images() {
        return Images.configured(environment, name -> Optional.ofNullable(System.getProperty(name)));
    }
}
