package quorumbook.repl.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import quorumbook.repl.result.AttemptResult;

/**
 * What is kept of one attempt.
 *
 * @param folder where all of it is
 * @param shape of the cluster, in the words of its lab
 * @param submission the text that was run, if there was one
 * @param history the file of what the checks saw ({@code HistoryFile}), if it came to a check
 */
public record Receipt(
        Path folder, AttemptResult result, String shape, Optional<String> submission, Optional<Path> history) {
    /**
     * Reads a receipt and compares all its files with the checksums that were taken when it was kept.
     *
     * @param place the receipt's folder, or its {@code receipt.json}
     * @throws IOException with a sentence, if it is no receipt, or if a file of it was changed, lost or added since
     */
    public static Receipt read(Path place) throws IOException {
        throw new IOException(place.toString());
    }
}
