package quorumbook.labs.cluster.container;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.PullResponseItem;
import com.github.dockerjava.api.model.ResponseItem;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Progress;

/** The engine's images: looks them up, and pulls what is missing where it can be pulled. */
record ImageStore(Engine engine, EngineAddress address) {
    private static final Duration REGISTRY_ANSWERS = Duration.ofSeconds(5);
    private static final Duration PULL_STALLS = Duration.ofSeconds(60);
    private static final long MEGABYTE = 1_000_000;

    /** An image that is here: what it says its working folder is, and its id, which changes with its content. */
    record Found(String name, String id, String workingFolder) {
        /** The id's first characters, for names. */
        String shortId() {
            return id.substring(id.indexOf(':') + 1).substring(0, 12);
        }
    }

    /**
     * The image, pulled if need be.
     *
     * @param setting the environment variable that names another image, for the message
     * @throws ClusterException in seconds if it is neither here nor in a registry that the engine reaches
     */
    Found need(String image, String setting, Progress progress) {
        Optional<Found> here = look(image);
        if (here.isPresent()) {
            return here.get();
        }
        if (!isInRegistry(image)) {
            throw new ClusterException(missing(image, setting));
        }
        pull(image, setting, progress);
        return look(image).orElseThrow(() -> new ClusterException(missing(image, setting)));
    }

    static String missing(String image, String setting) {
        return "The image " + image
                + " is not here and the Docker engine cannot find it in its registry. Try docker pull "
                + image + " where there is a network, or set " + setting
                + " to an image with the same layout; --runtime "
                + "processes needs no image.";
    }

    Optional<Found> look(String image) {
        try {
            InspectImageResponse found = engine.ask(
                    "looking for the image " + image,
                    docker -> docker.inspectImageCmd(image).exec());
            String folder = found.getConfig() == null ? null : found.getConfig().getWorkingDir();
            return Optional.of(new Found(image, found.getId(), folder == null ? "" : folder));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    /** Where we cannot ask, the pull itself finds out. */
    private boolean isInRegistry(String image) {
        return probe(address)
                .map(probe -> probe.canPull(image, REGISTRY_ANSWERS))
                .orElse(true);
    }

    static Optional<EngineProbe> probe(EngineAddress address) {
        if (address instanceof EngineAddress.UnixSocket socket) {
            return Optional.of(EngineProbe.of(socket));
        }
        return address instanceof EngineAddress.Tcp tcp ? Optional.of(EngineProbe.of(tcp)) : Optional.empty();
    }

    private void pull(String image, String setting, Progress progress) {
        progress.phase("pulling " + image);
        Pull pull = engine.ask(
                "pulling " + image, docker -> docker.pullImageCmd(image).exec(new Pull(image, progress)));
        try (pull) {
            long before = -1;
            while (!pull.awaitCompletion(PULL_STALLS.toSeconds(), TimeUnit.SECONDS)) {
                if (pull.heard == before) {
                    throw new ClusterException("Pulling " + image + " made no progress for " + PULL_STALLS.toSeconds()
                            + " s. Look at your network, or set " + setting + " to an image that is here.");
                }
                before = pull.heard;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClusterException("Interrupted while pulling " + image + ".", e);
        } catch (IOException e) {
            throw new ClusterException("Pulling " + image + " failed (" + e.getMessage() + ").", e);
        }
    }

    /** Adds up the layers, so that the learner sees one growing number. */
    private static final class Pull extends ResultCallback.Adapter<PullResponseItem> {
        private final String image;
        private final Progress progress;
        private final Map<String, Long> done = new ConcurrentHashMap<>();
        private final Map<String, Long> size = new ConcurrentHashMap<>();
        private volatile long heard;

        Pull(String image, Progress progress) {
            this.image = image;
            this.progress = progress;
        }

        @Override
        public void onNext(PullResponseItem item) {
            heard = System.nanoTime();
            ResponseItem.ProgressDetail detail = item.getProgressDetail();
            if (!"Downloading".equals(item.getStatus())
                    || item.getId() == null
                    || detail == null
                    || detail.getCurrent() == null
                    || detail.getTotal() == null) {
                return;
            }
            done.put(item.getId(), detail.getCurrent());
            size.put(item.getId(), detail.getTotal());
            progress.phase("pulling " + image + " (" + sum(done) + " of " + sum(size) + " MB)");
        }

        private static long sum(Map<String, Long> layers) {
            return layers.values().stream().mapToLong(Long::longValue).sum() / MEGABYTE;
        }
    }
}
