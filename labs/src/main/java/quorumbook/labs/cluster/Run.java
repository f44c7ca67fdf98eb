package quorumbook.labs.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One living workbook on this machine: an id, a folder of its own, and a lock that the kernel drops when the process
 * ends, however it ends. Everything started carries the id, so that a later run can tell what a dead one has left.
 */
public final class Run implements AutoCloseable {
    private static final String LOCK = "lock";
    private final Path state;
    private final String id;
    private final FileChannel channel;
    private final FileLock lock;

    private Run(Path state, String id, FileChannel channel, FileLock lock) {
        this.state = state;
        this.id = id;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Begins a run under the state folder, which is created if need be.
     *
     * @throws ClusterException if the folder cannot be written
     */
    public static Run begin(Path state) {
        String id = UUID.randomUUID().toString().substring(0, 13);
        Path folder = state.resolve("runs").resolve(id);
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return new Run(state, id, channel, channel.lock());
        } catch (IOException e) {
            throw new ClusterException(
                    "Cannot write to " + folder + " (" + e.getMessage() + "). Free some space there or set "
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
        List<String> dead = new ArrayList<>();
        try (Stream<Path> runs = Files.list(state.resolve("runs"))) {
            for (Path run : runs.toList()) {
                String name = run.getFileName().toString();
                if (!name.equals(id) && !isAlive(name)) {
                    dead.add(name);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return dead;
    }

    /** Whether the run of that id (of this state folder) still has its process. */
    public boolean isAlive(String run) {
        if (run.equals(id)) {
            return true;
        }
        Path file = folder(run).resolve(LOCK);
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

    /** Gives the lock back. The folder goes with the next sweep, or with the backends that used it. */
    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
