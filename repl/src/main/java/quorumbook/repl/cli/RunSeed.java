package quorumbook.repl.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import quorumbook.labs.cluster.ClusterException;

/** The seed of a whole run, kept in its output folder: who goes on from there gives everybody the same values again. */
final class RunSeed {
    private static final String FILE = "seed";
    /** Short enough to be copied by hand. */
    private static final int BOUND = 1_000_000_000;

    private RunSeed() {}

    /** The one asked for, else the one that is kept there, else a new one, since a seed that is known can be studied. */
    static long in(Path out, Optional<Long> wanted) throws IOException {
        Path file = out.resolve(FILE);
        if (wanted.isEmpty() && Files.exists(file)) {
            return kept(file);
        }
        long seed = wanted.orElseGet(() -> (long) new SecureRandom().nextInt(BOUND));
        Files.writeString(file, seed + "\n");
        return seed;
    }

    private static long kept(Path file) throws IOException {
        String text = Files.readString(file).strip();
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new ClusterException(
                    file + " should hold the run's seed, a number, but holds something else. Give it with --seed, or"
                            + " begin in another --out.",
                    e);
        }
    }
}
