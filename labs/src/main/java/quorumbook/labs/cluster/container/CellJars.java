package quorumbook.labs.cluster.container;

import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.HostConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import quorumbook.labs.cluster.ClusterException;

/**
 * The jars of a cell in a volume, which cells mount and cannot write to: made once for the same jars, and found again by
 * the next run. A folder of this machine would have to be readable for everybody, and tell its name.
 */
final class CellJars {
    private static final String LABEL = "quorumbook.cell";
    private static final Duration COPYING = Duration.ofSeconds(120);

    private final Engine engine;
    private final Labels labels;
    private final Keepsakes keepsakes;
    private final Map<List<Path>, String> made = new ConcurrentHashMap<>();

    CellJars(Engine engine, Labels labels, Keepsakes keepsakes) {
        this.engine = engine;
        this.labels = labels;
        this.keepsakes = keepsakes;
    }

    /** The volume with these jars, made if need be. */
    String of(List<Path> jars, String image) {
        return made.computeIfAbsent(List.copyOf(jars), all -> make(all, image));
    }

    private String make(List<Path> jars, String image) {
        String digest = digest(jars);
        String volume = "quorumbook-cell-" + labels.home().substring(0, 8) + "-" + digest;
        String mark = "cell-" + digest;
        if (keepsakes.read(mark).isPresent() && exists(volume)) {
            return volume;
        }
        engine.ask(
                "creating a volume",
                docker -> docker.createVolumeCmd()
                        .withName(volume)
                        .withLabels(Map.of(LABEL, labels.home()))
                        .exec());
        fill(volume, jars, image);
        keepsakes.write(mark, new byte[0]);
        return volume;
    }

    private void fill(String volume, List<Path> jars, String image) {
        String carrier = engine.ask(
                "creating a carrier",
                docker -> docker.createContainerCmd(image)
                        .withEntrypoint("java")
                        .withCmd("-version")
                        .withNetworkDisabled(true)
                        .withLabels(labels.ofRun())
                        .withHostConfig(HostConfig.newHostConfig().withBinds(Bind.parse(volume + ":" + CellImage.JARS)))
                        .exec()
                        .getId());
        try (InputStream archive = Tar.ofFiles(CellImage.JARS, jars)) {
            engine.ask("copying jars to a volume", COPYING, docker -> {
                docker.copyArchiveToContainerCmd(carrier)
                        .withRemotePath("/")
                        .withTarInputStream(archive)
                        .exec();
                return Boolean.TRUE;
            });
        } catch (IOException e) {
            throw new ClusterException(
                    "The jars for strangers' programs cannot be copied (" + e.getMessage() + ").", e);
        } finally {
            ContainerNode.remove(engine, carrier, false);
        }
    }

    private boolean exists(String volume) {
        try {
            engine.ask(
                    "looking for a volume",
                    docker -> docker.inspectVolumeCmd(volume).exec());
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    private static String digest(List<Path> jars) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path jar : jars) {
                digest.update(jar.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                try (InputStream in = new DigestInputStream(Files.newInputStream(jar), digest)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (IOException e) {
            throw new ClusterException("The jars for strangers' programs cannot be read (" + e.getMessage() + ").", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
