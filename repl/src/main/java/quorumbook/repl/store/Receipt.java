package quorumbook.repl.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quorumbook.labs.history.HistoryFile;
import quorumbook.repl.file.Sha256;
import quorumbook.repl.result.AttemptResult;
import quorumbook.repl.result.ResultJson;

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
    private static final int LONGEST_LOG = 256 * 1024;

    /**
     * Reads a receipt and compares all its files with the checksums that were taken when it was kept.
     *
     * @param place the receipt's folder, or its {@code receipt.json}
     * @throws StoreException if it is no receipt, or if a file of it was changed, lost or added since
     */
    public static Receipt read(Path place) throws StoreException {
        Path folder = place.endsWith(Manifest.FILE) ? Disk.folderOf(place.toAbsolutePath()) : place;
        try {
            return read(folder, manifest(folder));
        } catch (NoSuchFileException e) {
            throw new StoreException("There is no receipt in " + folder + ": " + e.getMessage() + " is missing.", e);
        } catch (StoreException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw new StoreException("The receipt in " + folder + " cannot be read (" + Disk.why(e) + ").", e);
        }
    }

    private static Manifest manifest(Path folder) throws IOException {
        return Manifest.parse(Files.readString(folder.resolve(Manifest.FILE)));
    }

    private static Receipt read(Path folder, Manifest manifest) throws IOException {
        Set<String> there = files(folder);
        there.remove(Manifest.FILE);
        Set<String> changed = new TreeSet<>();
        for (Map.Entry<String, String> each : manifest.files().entrySet()) {
            // only what was found in the folder is opened: a receipt may come from anybody, and name any file
            if (!there.remove(each.getKey())) {
                changed.add(each.getKey() + " is missing");
            } else if (!sum(folder.resolve(each.getKey())).equals(each.getValue())) {
                changed.add(each.getKey() + " was changed");
            }
        }
        there.forEach(added -> changed.add(added + " was added"));
        if (!changed.isEmpty()) {
            throw changed(folder, String.join(", ", changed));
        }
        if (!manifest.files().containsKey(Manifest.RESULT)) {
            throw changed(folder, Manifest.FILE + " names no " + Manifest.RESULT);
        }
        AttemptResult result = ResultJson.read(Files.readString(folder.resolve(Manifest.RESULT)));
        Optional<String> submission = Optional.empty();
        if (manifest.files().containsKey(Manifest.SUBMISSION)) {
            submission = Optional.of(Files.readString(folder.resolve(Manifest.SUBMISSION)));
        }
        if (!manifest.isOf(result) || !isOf(result, submission)) {
            throw changed(folder, Manifest.FILE + " was changed");
        }
        return new Receipt(
                folder,
                result,
                manifest.shape(),
                submission,
                Optional.of(folder.resolve(Manifest.HISTORY))
                        .filter(history -> manifest.files().containsKey(Manifest.HISTORY)));
    }

    private static boolean isOf(AttemptResult result, Optional<String> submission) {
        return submission.isEmpty() || result.submitted().equals(Sha256.of(submission.get()));
    }

    private static StoreException changed(Path folder, String what) {
        return new StoreException(
                "The receipt in " + folder + " is not as it was kept: " + what + ". Nothing is concluded from it.");
    }

    private static String sum(Path file) throws IOException {
        return Sha256.of(Files.readAllBytes(file));
    }

    /** All that is below the folder and is no folder, links as such left out: what they lead to is not in it. */
    private static Set<String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
                    .map(each -> folder.relativize(each).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /**
     * Writes a receipt into a folder that is there and empty; the folder's name is not yet on the disk.
     *
     * @return the checksum of its {@code receipt.json}
     */
    static String write(Path folder, AttemptResult result, Evidence evidence) throws IOException {
        if (!isOf(result, evidence.submission())) {
            throw new IllegalArgumentException("the result is of another text than the one to be kept");
        }
        Disk.write(folder.resolve(Manifest.RESULT), ResultJson.write(result));
        if (evidence.submission().isPresent()) {
            Disk.write(
                    folder.resolve(Manifest.SUBMISSION), evidence.submission().get());
        }
        if (evidence.history().isPresent()) {
            Path history = folder.resolve(Manifest.HISTORY);
            HistoryFile.write(history, result.exercise(), evidence.history().get());
            Disk.force(history);
        }
        writeLogs(folder, evidence.serverLogs());
        SortedMap<String, String> sums = new TreeMap<>();
        for (String file : files(folder)) {
            sums.put(file, sum(folder.resolve(file)));
        }
        String text = Manifest.of(result, evidence.shape(), sums).text();
        Disk.write(folder.resolve(Manifest.FILE), text);
        Disk.forceNames(folder);
        return Sha256.of(text);
    }

    private static void writeLogs(Path folder, Map<String, String> logs) throws IOException {
        if (logs.isEmpty()) {
            return;
        }
        Path own = Files.createDirectory(folder.resolve(Manifest.LOGS));
        for (Map.Entry<String, String> log : logs.entrySet()) {
            Disk.write(own.resolve(FileName.of(log.getKey()) + ".log"), lastOf(log.getValue()));
        }
        Disk.forceNames(own);
    }

    private static String lastOf(String log) {
        int left = log.length() - LONGEST_LOG;
        return left <= 0 ? log : "[" + left + " characters before this are not kept]\n" + log.substring(left);
    }
}
