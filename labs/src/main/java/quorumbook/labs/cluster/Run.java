package quorumbook.labs.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * One living workbook on this machine: an id, a folder of its own, and a lock that the kernel drops when the process
 * ends, however it ends. Everything started carries the id, so that a later run can tell what a dead one has left.
 */
public final class Run implements AutoCloseable {
    /** The runs of this JVM: opening and closing the lock file of one of them would give its lock away (POSIX). */
    private static final Set<String> OURS = ConcurrentHashMap.newKeySet();

    private final Path state;
    private final String id;
    private final FileChannel channel;

    private Run(Path state, String id, FileChannel channel) {
        this.state = state;
        this.id = id;
        this.channel = channel;
    }

    /**
     * Begins a run under the state folder, which is created if need be.
     *
     * @throws ClusterException if the folder cannot be written
     */
    public static Run begin(Path state) {
        String id = UUID.randomUUID().toString().substring(0, 13);
        try {
            Files.createDirectories(locks(state));
            FileChannel channel =
                    FileChannel.open(locks(state).resolve(id), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            OURS.add(id);
            channel.lock();
            // The folder comes after the lock: whoever sees a folder without a held lock sees a dead run, always.
            Files.createDirectories(state.resolve("runs").resolve(id));
            return new Run(state, id, channel);
        } catch (IOException e) {
            throw new ClusterException(
                    "Cannot write to " + state + " (" + e.getMessage() + "). Free some space there or set "
                            + "QUORUMBOOK_STATE to a folder that you can write to.",
                    e);
        }
    }

    public String id() {
        return id;
    }

    /** Where all runs of this user keep what is not worth keeping: run folders, class-data archives. */
    public Path state() {
        return state;
    }

    /** This run's own folder, removed when the run ends. */
    public Path folder() {
        return folder(id);
    }

    /** The folder of another run of the same state folder. */
    public Path folder(String run) {
        return state.resolve("runs").resolve(run);
    }

    /** The ids of runs whose process is gone. A run that another process holds is not among them, nor is this one. */
    public List<String> dead() {
        try (Stream<Path> runs = Files.list(state.resolve("runs"))) {
            return runs.map(run -> run.getFileName().toString())
                    .filter(run -> !isAlive(run))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the run of that id (of this state folder) still has its process. */
    public boolean isAlive(String run) {
        Path file = locks(state).resolve(run);
        if (OURS.contains(run)) {
            return true;
        }
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel other = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock free = other.tryLock()) {
            return free == null;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            return Files.exists(file);
        }
    }

    /** Removes the folder of a dead run with all that is in it, and forgets the run. */
    public void forget(String run) {
        if (isAlive(run)) {
            throw new IllegalArgumentException("run " + run + " is alive");
        }
        try {
            Folders.delete(folder(run));
            Files.deleteIfExists(locks(state).resolve(run));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the lock back, and takes the folder away unless a backend has left something there for the next sweep. */
    @Override
    public void close() {
        try {
            boolean empty = Folders.deleteIfEmpty(folder());
            channel.close();
            if (empty) {
                Files.deleteIfExists(locks(state).resolve(id));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            OURS.remove(id);
        }
    }

    private static Path locks(Path state) {
        return state.resolve("locks");
    }
}
