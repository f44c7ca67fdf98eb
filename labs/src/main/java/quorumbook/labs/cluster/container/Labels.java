package quorumbook.labs.cluster.container;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.testcontainers.DockerClientFactory;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Run;

/**
 * The marks on everything that we create in an engine: whose it is, and of which run. Several people and machines may share
 * an engine, so a run's id alone would not do: the home is a random id kept in the state folder.
 */
record Labels(String home, String run) {
    static final String RUN = "quorumbook.run";
    static final String NODE = "quorumbook.node";
    private static final String APP = "quorumbook.app";
    private static final String HOME = "quorumbook.home";

    static Labels of(Run run) {
        return new Labels(home(run.state().resolve("containers-home")), run.id());
    }

    /** For containers, networks and volumes that die with the run; Testcontainers' own let Ryuk find them too. */
    Map<String, String> ofRun() {
        Map<String, String> labels = new LinkedHashMap<>(DockerClientFactory.DEFAULT_LABELS);
        labels.put(DockerClientFactory.TESTCONTAINERS_SESSION_ID_LABEL, DockerClientFactory.SESSION_ID);
        labels.putAll(ofHome());
        labels.put(RUN, run);
        return labels;
    }

    /** For what outlives a run: class-data archives. */
    Map<String, String> ofHome() {
        return Map.of(APP, "quorumbook", HOME, home);
    }

    /** The filter that matches what is ours, of any run. */
    List<String> filter() {
        return List.of(APP + "=quorumbook", HOME + "=" + home);
    }

    private static String home(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, UUID.randomUUID().toString(), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            // Every run but the first.
        } catch (IOException e) {
            throw new ClusterException("Cannot write " + file + " (" + e.getMessage() + ").", e);
        }
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new ClusterException("Cannot read " + file + " (" + e.getMessage() + ").", e);
        }
    }
}
