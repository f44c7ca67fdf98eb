package quorumbook.labs.cluster.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import quorumbook.labs.cluster.NodeSpec;
import quorumbook.labs.cluster.config.JvmFlags;
import quorumbook.labs.cluster.config.NodeFiles;

/**
 * What a node's container is made of.
 *
 * @param anew the files again, as for a new disk
 * @param port on this machine's loopback, the same for the container's life
 * @param archive the flags and the mount of its class-data archive
 */
record Recipe(
        NodeSpec node, ImageStore.Found image, NodeFiles files, Supplier<NodeFiles> anew, int port, Archive archive) {
    /** How the container meets the class-data archive of its image: not at all, reading, or writing it. */
    sealed interface Archive {
        Optional<String> volume();

        List<String> flags();

        record None() implements Archive {
            @Override
            public Optional<String> volume() {
                return Optional.empty();
            }

            @Override
            public List<String> flags() {
                return List.of();
            }
        }

        record Read(String name) implements Archive {
            @Override
            public Optional<String> volume() {
                return Optional.of(name + ":" + Place.ARCHIVE_FOLDER + ":ro");
            }

            @Override
            public List<String> flags() {
                return JvmFlags.usingArchive(Place.ARCHIVE);
            }
        }

        record Write(String name) implements Archive {
            @Override
            public Optional<String> volume() {
                return Optional.of(name + ":" + Place.ARCHIVE_FOLDER);
            }

            @Override
            public List<String> flags() {
                return JvmFlags.writingArchive(Place.ARCHIVE);
            }
        }
    }

    Place place() {
        return Place.of(node.software());
    }

    /** Whom to run as; empty: whom the image says. Only root may write to a fresh volume, which an archive's is. */
    Optional<String> user() {
        return archive instanceof Archive.Write ? Optional.of("0:0") : place().user();
    }

    /** The arguments of {@code java}. No folder on the class path: an archive would not fit it. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>(JvmFlags.tuned(node.software()));
        arguments.addAll(archive.flags());
        arguments.addAll(JvmFlags.properties(node.software(), Place.CONFIG + "/" + files.logName()));
        arguments.addAll(List.of("-cp", place().libraries(), JvmFlags.mainClass(node.software())));
        arguments.add(Place.CONFIG + "/" + files.name());
        return arguments;
    }

    /** Every file that is there before the first start, by absolute path. */
    Map<String, byte[]> allFiles() {
        Map<String, byte[]> all = new HashMap<>(dataFiles(files));
        all.put(Place.CONFIG + "/" + files.name(), files.text().getBytes(UTF_8));
        all.put(Place.CONFIG + "/" + files.logName(), files.logText().getBytes(UTF_8));
        return all;
    }

    /** What the data folder holds before a first start. */
    Map<String, byte[]> dataFiles(NodeFiles files) {
        Map<String, byte[]> data = new HashMap<>();
        files.data().forEach((name, content) -> data.put(place().data() + "/" + name, content));
        return data;
    }
}
