package quorumbook.repl.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import quorumbook.repl.result.AttemptResult;

/**
 * The output folder of grading, held by one run at a time. What it holds it holds whole: an attempt is in it, checked and
 * on the disk, or not at all. All methods may be called by several threads at once.
 */
public final class Store implements AutoCloseable {
    private Store() {}

    /**
     * Opens the folder, which is made if need be, and sees to what an earlier run left unfinished.
     *
     * @throws IOException with a sentence, if another run holds the folder or it cannot be written
     */
    public static Store open(Path out) throws IOException {
        throw new IOException(out.toString());
    }

    /** What was found out of order when the folder was opened, a sentence each; such attempts count as not made. */
    public List<String> remarks() {
        return List.of();
    }

    /** The newest attempt with this text and this seed that is kept whole, whatever it came to. */
    public Optional<AttemptResult> finished(String learner, String exercise, String sha256, long seed) {
        return Optional.empty();
    }

    /**
     * Keeps one attempt, and returns the folder of its receipt once all of it is on the disk.
     *
     * @throws IOException with a sentence, if the disk is full or cannot be written: then nothing of it is kept
     */
    public Path keep(AttemptResult result, Evidence evidence) throws IOException {
        throw new IOException(result + " " + evidence);
    }

    /** The results of all attempts that are kept, by learner, exercise and time. */
    public List<AttemptResult> all() {
        return List.of();
    }

    @Override
    public void close() {}
}
