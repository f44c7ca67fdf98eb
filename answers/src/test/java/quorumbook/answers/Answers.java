package quorumbook.answers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import quorumbook.labs.LabId;

/** The folder of answers, as it lies in the project. */
final class Answers {
    static final Path HOME =
            Path.of(System.getProperty("quorumbook.home")).toAbsolutePath().normalize();
    static final Path FOLDER = HOME.resolve("answers");
    private static final String CAUGHT_BY = "// caught by:";

    private Answers() {}

    /** A submission in the project. */
    record Answer(Path file, String text) {
        String name() {
            return file.getFileName().toString().replaceFirst("\\.jsh$", "");
        }

        /** The check that refuses it, as its first line says. */
        Optional<String> caughtBy() {
            return text.lines()
                    .findFirst()
                    .filter(line -> line.startsWith(CAUGHT_BY))
                    .map(line -> line.substring(CAUGHT_BY.length()).strip());
        }

        /** Where the page that its author sees is kept. */
        Path page() {
            return file.resolveSibling(name() + ".page.txt");
        }
    }

    static Path folder(LabId lab) {
        return FOLDER.resolve(lab.track()).resolve(lab.name());
    }

    static List<Answer> right(LabId lab) {
        return in(folder(lab));
    }

    static List<Answer> wrong(LabId lab) {
        return in(folder(lab).resolve("wrong"));
    }

    private static List<Answer> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsh"))
                    .sorted()
                    .map(Answers::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer read(Path file) {
        try {
            return new Answer(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
