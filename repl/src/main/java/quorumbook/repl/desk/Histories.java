package quorumbook.repl.desk;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import quorumbook.labs.Report;
import quorumbook.labs.history.HistoryFile;

/**
 * What the checks saw, a file of JSON lines for each, so that a verdict can be judged again: {@code
 * <track>/<name>/<time>-<seed>.jsonl}. The newest of each exercise are kept.
 */
final class Histories {
    static final int KEPT = 20;
    private static final String ENDING = ".jsonl";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);

    private final Path folder;

    private Histories(Path folder) {
        this.folder = folder;
    }

    /** The histories in that folder, which need not exist. */
    static Histories in(Path folder) {
        return new Histories(folder);
    }

    /** Keeps the history that this report rests on; returns its file. */
    Path keep(Report report) throws IOException {
        Path own = Files.createDirectories(
                folder.resolve(report.lab().track()).resolve(report.lab().name()));
        Path file = own.resolve(TIME.format(Instant.now()) + "-" + report.seed() + ENDING);
        try {
            HistoryFile.write(file, report.lab().toString(), report.history());
        } catch (FileAlreadyExistsException e) {
            return file; // two checks in one millisecond have seen the same
        }
        for (Path old : outdated(own)) {
            Files.deleteIfExists(old);
        }
        return file;
    }

    private static List<Path> outdated(Path own) throws IOException {
        try (Stream<Path> files = Files.list(own)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted(Comparator.comparing(Path::getFileName).reversed())
                    .skip(KEPT)
                    .toList();
        }
    }
}
