package quorumbook.labs.cluster.container;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Run;

/** Small files worth keeping from one run to the next: what was learned about an image, by the image's id. */
record Keepsakes(Path folder) {
    static Keepsakes of(Run run) {
        return new Keepsakes(run.state().resolve("containers"));
    }

    Optional<byte[]> read(String name) {
        Path file = folder.resolve(name);
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException e) {
            // As if it were not there: it can be made again.
            return Optional.empty();
        }
    }

    /**
     * Does the work unless another workbook is at the same work; tells whether it did.
     *
     * @param name of the work, the same in every workbook
     */
    boolean alone(String name, Runnable work) {
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                            folder.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                if (lock == null) {
                    return false;
                }
                work.run();
                return true;
            }
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            throw new ClusterException("Cannot write to " + folder + " (" + e.getMessage() + ").", e);
        }
    }

    /** All of it or nothing, however many write it at once. */
    void write(String name, byte[] content) {
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, name, ".part");
            Files.write(part, content);
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new ClusterException("Cannot write to " + folder + " (" + e.getMessage() + ").", e);
        }
    }
}
