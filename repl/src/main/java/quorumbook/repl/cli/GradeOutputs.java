package quorumbook.repl.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import quorumbook.labs.history.History;
import quorumbook.labs.history.HistoryFile;
import quorumbook.repl.desk.Book;
import quorumbook.repl.desk.Places;
import quorumbook.repl.format.Format;
import quorumbook.repl.grade.VerdictTable;
import quorumbook.repl.report.KnownMistakes;
import quorumbook.repl.report.ReportPages;
import quorumbook.repl.result.AttemptResult;
import quorumbook.repl.rubric.Rubric;
import quorumbook.repl.rubric.Scored;
import quorumbook.repl.store.Receipt;
import quorumbook.repl.store.Store;

/** What is written beside the receipts once a run is over: the table of verdicts, the pages, the formats asked for. */
record GradeOutputs(Path out, Store store, Book book, List<Format> formats, Rubric rubric) {
    /** Returns the files that a person would open, the page of the class first. */
    List<Path> write(List<AttemptResult> results) throws IOException {
        List<Path> files = new ArrayList<>();
        files.add(pages(results));
        files.add(VerdictTable.write(out, results));
        List<Scored> scored = results.stream().map(rubric::scored).toList();
        for (Format format : formats) {
            // A file for each attempt would fill the screen.
            List<Path> written = format.write(out.resolve(format.name()), scored);
            files.add(written.size() == 1 ? written.get(0) : out.resolve(format.name()));
        }
        return files;
    }

    private Path pages(List<AttemptResult> results) throws IOException {
        List<String> order = Exercises.all(book).stream().map(Object::toString).toList();
        return ReportPages.write(out, results, this::history, known(), order).get(0);
    }

    private Optional<History> history(AttemptResult result) {
        try {
            Optional<Path> file = store.receipt(result.attempt()).flatMap(Receipt::history);
            return file.isPresent() ? Optional.of(HistoryFile.read(file.get()).history()) : Optional.empty();
        } catch (IOException e) {
            // A page without its timeline is better than no page.
            return Optional.empty();
        }
    }

    /** The names of wrong answers, where answers are installed beside the program. */
    private static Optional<KnownMistakes> known() {
        Path answers = Places.ofThisUser().home().resolve("answers");
        try {
            return Files.isDirectory(answers) ? Optional.of(KnownMistakes.in(answers)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
