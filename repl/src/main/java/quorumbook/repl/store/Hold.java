package quorumbook.repl.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One run's hold on a folder; the kernel lets go of it when the process ends, however it ends. */
final class Hold implements AutoCloseable {
    /** Those of this JVM: opening and closing the lock's file once more would give the lock away (POSIX). */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private Hold(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** @throws IOException with a sentence, if another run has it */
    static Hold on(Path folder) throws IOException {
        Path real = folder.toRealPath();
        if (!OURS.add(real)) {
            throw held(folder);
        }
        FileChannel channel = null;
        try {
            channel = FileChannel.open(real.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                throw held(folder);
            }
            return new Hold(real, channel);
        } catch (IOException | RuntimeException e) {
            OURS.remove(real);
            if (channel != null) {
                channel.close();
            }
            throw e;
        }
    }

    private static IOException held(Path folder) {
        return new StoreException("Another run is writing to " + folder
                + ". Wait until it has ended, or name another folder with --out.");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            OURS.remove(folder);
        }
    }
}
