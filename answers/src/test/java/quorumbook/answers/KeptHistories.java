package quorumbook.answers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import quorumbook.answers.Submissions.Submission;
import quorumbook.labs.LabId;
import quorumbook.labs.Report;
import quorumbook.labs.history.History;
import quorumbook.labs.history.HistoryFile;

/** The histories of the last proof, a file for each submission in each runtime, to be judged again without servers. */
final class KeptHistories {
    private static final Path FOLDER = Answers.FOLDER.resolve("target/histories");
    private static final String ENDING = ".jsonl";

    private KeptHistories() {}

    /** Replaces what is kept of that submission. */
    static void keep(String runtime, Submission submission, Report report) {
        Path file = folder(report.lab()).resolve(submission.name() + "." + runtime + ENDING);
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            HistoryFile.write(file, report.lab().toString(), report.history());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the history of " + submission.name(), e);
        }
    }

    /** The histories of that submission, one for each runtime in which it was proved. */
    static List<History> of(LabId lab, Submission submission) {
        if (!Files.isDirectory(folder(lab))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder(lab))) {
            return files.filter(file -> file.getFileName().toString().startsWith(submission.name() + "."))
                    .sorted()
                    .map(KeptHistories::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static History read(Path file) {
        try {
            HistoryFile.Kept kept = HistoryFile.read(file);
            if (!kept.complaints().isEmpty()) {
                throw new IllegalStateException(String.join("\n", kept.complaints()));
            }
            return kept.history();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static Path folder(LabId lab) {
        return FOLDER.resolve(lab.track()).resolve(lab.name());
    }
}
