package quorumbook.labs.zookeeper;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import quorumbook.labs.Verdict;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.history.Event;
import quorumbook.labs.history.History;

/** What the learner has written: every small file below the folder, but for what servers keep there. */
final class InstalledFiles {
    static final String LOOKED = "looked below the folder";
    private static final String FILE = "file ";
    private static final int DEPTH = 4;
    private static final int MOST_FILES = 50;
    private static final int MOST_BYTES = 64 << 10;
    private static final String OF_THE_SERVER = "version-2";

    private InstalledFiles() {}

    static List<Event> look(Plan plan, Clock clock) {
        Path folder = Path.of(plan.folder());
        List<Event> seen = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.find(folder, DEPTH, (file, kind) -> kind.isRegularFile())) {
                for (Path file : all.sorted().toList()) {
                    String name = folder.relativize(file).toString().replace('\\', '/');
                    if (!name.contains(OF_THE_SERVER) && seen.size() < MOST_FILES && Files.size(file) < MOST_BYTES) {
                        String content = new String(Files.readAllBytes(file), UTF_8);
                        seen.add(new Event.Noted(clock.instant(), FILE + name, content));
                    }
                }
            } catch (IOException | java.io.UncheckedIOException e) {
                throw new ClusterException(
                        "Cannot read what is below " + folder + " (" + e.getMessage() + "). Can you?", e);
            }
        }
        seen.add(new Event.Noted(clock.instant(), LOOKED, plan.folder()));
        return seen;
    }

    /** The content of a file, named from the folder on; empty if it is not there. */
    static Optional<String> content(History history, String name) {
        return history.noted(FILE + name);
    }

    /** The same verdict; a fail that names a file as what shows it says that it broke with our look at that file. */
    static Verdict at(History history, Verdict verdict) {
        return verdict instanceof Verdict.Fail fail ? fail.atNoted(history, FILE + fail.see()) : verdict;
    }

    static Optional<String> configuration(History history, NodeId server) {
        return content(history, server + "/zoo.cfg");
    }

    /** The names of all files below the server's own folder, from the folder on. */
    static List<String> names(History history, NodeId server) {
        return history.all(Event.Noted.class).stream()
                .map(Event.Noted::name)
                .filter(name -> name.startsWith(FILE + server + "/"))
                .map(name -> name.substring(FILE.length()))
                .toList();
    }
}
