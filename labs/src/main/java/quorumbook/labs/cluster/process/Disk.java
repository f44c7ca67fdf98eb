package quorumbook.labs.cluster.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Folders;
import quorumbook.labs.cluster.HandInstalled;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.config.NodeFiles;

/** Where a server's data lies, and what that place holds before a first start. */
sealed interface Disk {
    Path data();

    /** Lays what is there before a first start. */
    void lay(NodeFiles files) throws IOException;

    /** The folders that the server writes to. */
    List<Path> written();

    /** Takes away what the server has written. */
    void wipe() throws IOException;

    /** What is left after a wipe, as a sentence. */
    String emptiness(NodeFiles files);

    /** A data folder of ours. */
    record Own(Path data) implements Disk {
        @Override
        public void lay(NodeFiles files) throws IOException {
            Files.createDirectories(data);
            for (Map.Entry<String, byte[]> file : files.data().entrySet()) {
                Files.write(data.resolve(file.getKey()), file.getValue());
            }
        }

        @Override
        public List<Path> written() {
            return List.of(data);
        }

        @Override
        public void wipe() throws IOException {
            Folders.delete(data);
        }

        @Override
        public String emptiness(NodeFiles files) {
            return "the data folder holds nothing but "
                    + (files.data().isEmpty()
                            ? "its name"
                            : String.join(
                                    ", ",
                                    files.data().keySet().stream().sorted().toList()));
        }
    }

    /** The folders of a server that somebody else installs: nothing is laid there, and a wipe takes the server's part alone. */
    record Others(HandInstalled spec, NodeId server) implements Disk {
        private static final String VERSION = "version-2";

        @Override
        public Path data() {
            return spec.home(server).resolve(HandInstalled.DATA);
        }

        @Override
        public void lay(NodeFiles files) {
            // Theirs to do.
        }

        @Override
        public List<Path> written() {
            return Stream.of(data(), spec.home(server).resolve(HandInstalled.LOG))
                    .map(place -> place.resolve(VERSION))
                    .toList();
        }

        @Override
        public void wipe() throws IOException {
            for (Path written : written()) {
                if (Files.exists(written)) {
                    mustLieInside(written);
                    Folders.delete(written);
                }
            }
        }

        /** A link may lead to the data of a server that has nothing to do with us. */
        private void mustLieInside(Path written) throws IOException {
            if (!written.toRealPath().startsWith(spec.folder().toRealPath())) {
                throw new ClusterException(
                        written + " leads out of " + spec.folder() + ", and is not emptied. Use a folder, not a link.");
            }
        }

        @Override
        public String emptiness(NodeFiles files) {
            return VERSION + " is gone";
        }
    }
}
