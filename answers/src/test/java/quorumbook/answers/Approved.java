package quorumbook.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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

    /** The first line in which what is seen differs from the page, if any does. */
    static Optional<String> difference(Path file, String seen) {
        List<String> due;
        try {
            due = Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> lines = steady(seen).lines().toList();
        for (int line = 0; line < Math.max(due.size(), lines.size()); line++) {
            String approved = line < due.size() ? due.get(line) : "(nothing)";
            String now = line < lines.size() ? lines.get(line) : "(nothing)";
            if (!approved.equals(now)) {
                return Optional.of(
                        "line " + (line + 1) + " of its page\n  approved: " + approved + "\n  seen:     " + now);
            }
        }
        return Optional.empty();
    }

    private static String steady(String text) {
        return text.replaceAll("0x[0-9a-f]+", "0x…")
                        .replaceAll("127\\.0\\.0\\.1:[0-9]+", "127.0.0.1:…")
                        // How many were lost in a race is for nobody to foretell.
                        .replaceAll("[0-9]+ updates\\b", "… updates")
                        .replaceAll("[ \\t]+\\n", "\n")
                        .strip()
                + "\n";
    }
}
