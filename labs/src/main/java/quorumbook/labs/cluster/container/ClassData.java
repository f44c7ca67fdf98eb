package quorumbook.labs.cluster.container;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.Ensemble;
import quorumbook.labs.cluster.KRaft;
import quorumbook.labs.cluster.KafkaOnZooKeeper;
import quorumbook.labs.cluster.NodeSpec;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.cluster.Software;

/**
 * Class-data archives, one volume per image: with it a server starts with half the work. An image's own JVM must write it, so a
 * small cluster is started once for that. A node without one, or with one that does not fit, starts as always.
 */
record ClassData(Engine engine, Labels labels, Keepsakes keepsakes) {
    private static final Logger LOG = LoggerFactory.getLogger(ClassData.class);
    private static final Duration READY = Duration.ofMinutes(2);
    /** Ending a server includes writing its archive. */
    private static final int WRITING_SECONDS = 120;

    /** The archive for a node on that image, if one was made. */
    Recipe.Archive of(ImageStore.Found image) {
        return isMade(image) ? new Recipe.Archive.Read(volume(image)) : new Recipe.Archive.None();
    }

    boolean isMade(ImageStore.Found image) {
        return keepsakes.read(mark(image)).isPresent() && volumeExists(volume(image));
    }

    /** The smallest cluster in which a server of that kind loads what it will need. */
    static ClusterSpec shape(Software software) {
        return switch (software) {
            case ZOOKEEPER -> Ensemble.of(3);
            case KAFKA -> KRaft.combined(1);
            case KAFKA_ON_ZOOKEEPER -> new KafkaOnZooKeeper(1, Ensemble.standalone());
        };
    }

    /** Which node of that shape writes. */
    private static NodeSpec writer(Software software) {
        return shape(software).nodes().stream()
                .filter(node -> node.software() == software)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** What {@link Launch} asks while the archive of this software is made. */
    Launch.Archives writing(Software software) {
        return (node, image) -> node.equals(writer(software)) ? new Recipe.Archive.Write(volume(image)) : of(image);
    }

    /** Lets the cluster work, then ends the writing server in good order, which is when it writes. */
    void make(Software software, ImageStore.Found image, Launch launch) {
        removeVolume(volume(image));
        engine.ask(
                "creating a volume",
                docker -> docker.createVolumeCmd()
                        .withName(volume(image))
                        .withLabels(labels.ofHome())
                        .exec());
        try (ContainerCluster cluster = launch.begin()) {
            cluster.awaitReady(READY, Progress.silent());
            cluster.end(writer(software).id(), WRITING_SECONDS);
        }
        keepsakes.write(mark(image), new byte[0]);
        LOG.info("made the class-data archive of {}", image.name());
    }

    /** Takes away the archives of images that are used no more. */
    void tidy(Set<ImageStore.Found> used) {
        List<String> names = used.stream().map(this::volume).toList();
        Optional.ofNullable(engine.ask(
                                "looking for old volumes",
                                docker -> docker.listVolumesCmd()
                                        .withFilter("label", labels.filter())
                                        .exec())
                        .getVolumes())
                .orElse(List.of())
                .stream()
                .map(volume -> volume.getName())
                .filter(name -> !names.contains(name))
                .forEach(this::removeVolume);
    }

    private boolean volumeExists(String name) {
        try {
            engine.ask(
                    "looking for a volume",
                    docker -> docker.inspectVolumeCmd(name).exec());
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    private void removeVolume(String name) {
        try {
            engine.ask(
                    "removing a volume", docker -> docker.removeVolumeCmd(name).exec());
        } catch (NotFoundException | ConflictException e) {
            // None there, or a cluster still uses it: the next tidying finds it.
        }
    }

    private String volume(ImageStore.Found image) {
        return "quorumbook-classes-" + labels.home().substring(0, 8) + "-" + image.shortId();
    }

    private static String mark(ImageStore.Found image) {
        return "classes-" + image.shortId();
    }
}
