package quorumbook.labs.cluster.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Software;
import quorumbook.labs.cluster.config.Versions;

/** Where the build has laid the jars of each line-up. */
final class ServerJars {
    /** Set by the launcher and by the build's tests: the folder that holds {@code labs/servers}. */
    static final String HOME = "quorumbook.home";

    private final Path home;

    ServerJars(Path home) {
        this.home = home;
    }

    /** Those under the folder named by the system property {@value #HOME}, or under the working folder without it. */
    static ServerJars ofThisInstallation() {
        return new ServerJars(Path.of(System.getProperty(HOME, "")).toAbsolutePath());
    }

    /** What is missing, as a sentence; empty if every line-up is there. */
    Optional<String> missing() {
        for (Software software : Software.values()) {
            if (list(software).isEmpty()) {
                return Optional.of(absence(software));
            }
        }
        return Optional.empty();
    }

    /** The jars in the same order at each start (a class-data archive fits only that), or what to do without them. */
    List<Path> required(Software software) {
        List<Path> jars = list(software);
        if (jars.isEmpty()) {
            throw new ClusterException(absence(software) + " " + remedy());
        }
        return jars;
    }

    List<Path> list(Software software) {
        Path folder = folder(software);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ClusterException("Cannot read " + folder + " (" + e.getMessage() + ").", e);
        }
    }

    String remedy() {
        return "Run `mvn package` in " + home
                + " once with a connection to Maven Central; afterwards it works offline.";
    }

    private String absence(Software software) {
        return "The jars of " + software.lineup() + " " + Versions.built().of(software) + " are not in "
                + folder(software) + ".";
    }

    private Path folder(Software software) {
        return home.resolve(Path.of("labs", "servers", software.lineup(), "target", "lib"));
    }
}
