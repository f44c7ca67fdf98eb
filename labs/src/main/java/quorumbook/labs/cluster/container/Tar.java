package quorumbook.labs.cluster.container;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import quorumbook.labs.cluster.DataSum;

/** The form in which an engine takes files into a container and gives them out. */
final class Tar {
    private Tar() {}

    /** Files by absolute path, all owned by the user that the servers run as. */
    static InputStream of(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey().substring(1));
                entry.setSize(file.getValue().length);
                entry.setMode(0100644);
                entry.setIds(Place.OWNER, Place.OWNER);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    /**
     * Files of this machine in one folder there, readable for everybody. Closing it removes the temporary file that it is
     * read from: jars are too large for the heap.
     */
    static InputStream ofFiles(String folder, List<Path> files) throws IOException {
        Path draft = Files.createTempFile("quorumbook-", ".tar");
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(Files.newOutputStream(draft))) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (Path file : files) {
                TarArchiveEntry entry = new TarArchiveEntry(folder.substring(1) + "/" + file.getFileName());
                entry.setSize(Files.size(file));
                entry.setMode(0100444);
                tar.putArchiveEntry(entry);
                Files.copy(file, tar);
                tar.closeArchiveEntry();
            }
        }
        return Files.newInputStream(draft, StandardOpenOption.DELETE_ON_CLOSE);
    }

    /** What an archive of one folder holds, by paths in that folder. */
    static DataSum sum(InputStream archive) throws IOException {
        DataSum sum = DataSum.ofNothing();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(archive)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.isFile()) {
                    sum = sum.plus(entry.getName().substring(entry.getName().indexOf('/') + 1), tar);
                }
            }
        }
        return sum;
    }

    /** The content of the one file in an archive; empty if it holds a folder. */
    static Optional<byte[]> onlyFile(InputStream archive) {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(archive)) {
            TarArchiveEntry entry = tar.getNextEntry();
            return entry == null || !entry.isFile() ? Optional.empty() : Optional.of(tar.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
