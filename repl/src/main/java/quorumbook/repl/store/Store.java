package quorumbook.repl.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import quorumbook.labs.cluster.Folders;
import quorumbook.repl.file.Sha256;
import quorumbook.repl.result.AttemptResult;
import quorumbook.repl.result.ResultJson;

/**
 * The output folder of grading, held by one run at a time. What it holds it holds whole: an attempt is in it, checked and
 * on the disk, or not at all. All methods may be called by several threads at once.
 */
public final class Store implements AutoCloseable {
    private static final Comparator<AttemptResult> FIXED = Comparator.comparing(AttemptResult::learner)
            .thenComparing(AttemptResult::exercise)
            .thenComparing(AttemptResult::gradedAt)
            .thenComparing(AttemptResult::attempt);

    private final Path out;
    private final Hold hold;
    private final Index index;
    private final List<String> remarks = new ArrayList<>();
    /** The lines of the attempts that count; guarded by this. */
    private final List<Index.Line> kept = new ArrayList<>();

    private Store(Path out, Hold hold, Index index) {
        this.out = out;
        this.hold = hold;
        this.index = index;
    }

    /**
     * Opens the folder, which is made if need be, and sees to what an earlier run left unfinished.
     *
     * @throws StoreException if another run holds the folder or it cannot be written
     */
    public static Store open(Path out) throws StoreException {
        try {
            Files.createDirectories(receipts(out));
            Hold hold = Hold.on(out);
            try {
                Store store = new Store(out, hold, Index.open(out.resolve("index.jsonl")));
                store.takeStock();
                return store;
            } catch (IOException | RuntimeException e) {
                hold.close();
                throw e;
            }
        } catch (StoreException e) {
            throw e;
        } catch (IOException | UncheckedIOException e) {
            throw new StoreException(
                    "Cannot write to " + out + " (" + Disk.why(e) + "). Make it writable, or name another folder with "
                            + "--out.",
                    e);
        }
    }

    private static Path receipts(Path out) {
        return out.resolve("receipts");
    }

    /** Where receipts are until they are whole; on the same disk, so that they can be moved in one step. */
    private Path unfinished() {
        return out.resolve(".unfinished");
    }

    private void takeStock() throws IOException {
        Folders.delete(unfinished());
        Files.createDirectory(unfinished());
        remarks.addAll(index.remarks());
        Set<String> indexed = new HashSet<>();
        for (Index.Line line : index.lines()) {
            if (indexed.add(line.receipt())) {
                recheck(line);
            }
        }
        int adopted = 0;
        for (String place : places()) {
            if (!indexed.contains(place) && adopt(place)) {
                adopted++;
            }
        }
        if (adopted > 0) {
            remarks.add(adopted + " whole receipts in " + out + " were not in its index; they are now.");
        }
    }

    private void recheck(Index.Line line) {
        try {
            Receipt receipt = Receipt.read(out.resolve(line.receipt()));
            if (line(receipt.result(), sumOfManifest(receipt.folder())).equals(line)) {
                kept.add(line);
            } else {
                remarks.add("The receipt in " + receipt.folder() + " is not the one that the index speaks of; it does "
                        + "not count.");
            }
        } catch (IOException e) {
            remarks.add(e.getMessage());
        }
    }

    private static String sumOfManifest(Path folder) throws IOException {
        return Sha256.of(Files.readAllBytes(folder.resolve(Manifest.FILE)));
    }

    /** A run that died between keeping a receipt and noting it, or an index that was lost. */
    private boolean adopt(String place) throws IOException {
        Receipt receipt;
        try {
            receipt = Receipt.read(out.resolve(place));
        } catch (StoreException e) {
            remarks.add(e.getMessage());
            return false;
        }
        Index.Line line = line(receipt.result(), sumOfManifest(receipt.folder()));
        if (!line.receipt().equals(place)) {
            remarks.add("The receipt in " + receipt.folder() + " belongs elsewhere; it does not count.");
            return false;
        }
        index.append(line);
        kept.add(line);
        return true;
    }

    private List<String> places() throws IOException {
        int attempts = 4; // learner, track, name, attempt
        try (Stream<Path> all = Files.walk(receipts(out), attempts)) {
            return all.filter(each -> receipts(out).relativize(each).getNameCount() == attempts)
                    .filter(Files::isDirectory)
                    .map(each -> out.relativize(each).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    /** What was found out of order when the folder was opened, a sentence each; such attempts count as not made. */
    public List<String> remarks() {
        return List.copyOf(remarks);
    }

    /** The newest attempt with this text and this seed that is kept whole, whatever it came to. */
    public synchronized Optional<AttemptResult> finished(String learner, String exercise, String sha256, long seed) {
        return kept.stream()
                .filter(line -> line.learner().equals(learner)
                        && line.exercise().equals(exercise)
                        && line.submitted().equals(sha256)
                        && line.seed() == seed)
                .max(Comparator.comparing(Index.Line::gradedAt).thenComparing(Index.Line::attempt))
                .map(this::result);
    }

    /** What is kept of the attempt with that id, if it is kept here. */
    public Optional<Receipt> receipt(String attempt) throws StoreException {
        Optional<Path> place;
        synchronized (this) {
            place = kept.stream()
                    .filter(line -> line.attempt().equals(attempt))
                    .findFirst()
                    .map(line -> out.resolve(line.receipt()));
        }
        return place.isPresent() ? Optional.of(Receipt.read(place.get())) : Optional.empty();
    }

    private AttemptResult result(Index.Line line) {
        try {
            return ResultJson.read(Files.readString(out.resolve(line.receipt()).resolve(Manifest.RESULT)));
        } catch (IOException e) {
            throw new UncheckedIOException("A result that was kept can no longer be read: " + Disk.why(e), e);
        }
    }

    /**
     * Keeps one attempt, and returns the folder of its receipt once all of it is on the disk.
     *
     * @throws StoreException if the disk is full or cannot be written: then the attempt counts as not made
     */
    public Path keep(AttemptResult result, Evidence evidence) throws StoreException {
        Path draft = unfinished().resolve(FileName.of(result.attempt()));
        try {
            Files.createDirectory(draft);
            String sum = Receipt.write(draft, result, evidence);
            return admit(draft, line(result, sum));
        } catch (IOException | UncheckedIOException e) {
            StoreException sentence = new StoreException(
                    "The attempt of " + result.learner() + " at " + result.exercise() + " could not be kept in " + out
                            + " (" + Disk.why(e) + "). Make room, and start the same again: what was kept before is "
                            + "not done twice.",
                    e);
            try {
                Folders.delete(draft);
            } catch (IOException left) {
                sentence.addSuppressed(left);
            }
            throw sentence;
        }
    }

    private synchronized Path admit(Path draft, Index.Line line) throws IOException {
        Path place = out.resolve(line.receipt());
        Path folder = Files.createDirectories(Disk.folderOf(place));
        Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        Disk.forceNames(folder);
        index.append(line);
        kept.add(line);
        return place;
    }

    private static Index.Line line(AttemptResult result, String sum) {
        String[] exercise = result.exercise().split("/", 2);
        String receipt = String.join(
                "/",
                "receipts",
                FileName.of(result.learner()),
                FileName.of(exercise[0]),
                FileName.of(exercise.length > 1 ? exercise[1] : ""),
                FileName.of(result.attempt()));
        return new Index.Line(
                result.learner(),
                result.exercise(),
                result.submitted(),
                result.seed(),
                result.attempt(),
                result.verdict(),
                result.gradedAt(),
                receipt,
                sum);
    }

    /** The results of all attempts that are kept, by learner, exercise and time. */
    public synchronized List<AttemptResult> all() {
        return kept.stream().map(this::result).sorted(FIXED).toList();
    }

    /** Lets other runs have the folder. */
    @Override
    public void close() {
        hold.close();
    }
}
