package quorumbook.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that somebody has read and approved. {@code -Dapprove=true} writes what is seen now, to be read in the diff. What
 * differs from run to run (session ids, transaction ids, ports, lost updates) is replaced by a word.
 */
final class Approved {
    private Approved() {}

    static void page(Path file, String seen) {
        String steady = steady(seen);
        try {
            if (Boolean.getBoolean("approve")) {
                Files.writeString(file, steady);
            }
            assertThat(file)
                    .as(
                            "read this page; if it is what the learner should see, run again with -Dapprove=true:\n%s",
                            steady)
                    .exists();
            assertThat(steady).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String steady(String text) {
        return text.replaceAll("0x[0-9a-f]+", "0x…")
                        .replaceAll("partition [0-9]+ has one without a key", "partition … has one without a key")
                        .replaceAll("127\\.0\\.0\\.1:[0-9]+", "127.0.0.1:…")
                        // How many were lost in a race is for nobody to foretell.
                        .replaceAll("[0-9]+ updates\\b", "… updates")
                        .replaceAll("[ \\t]+\\n", "\n")
                        .strip()
                + "\n";
    }
}
