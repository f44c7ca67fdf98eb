package quorumbook.repl.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import quorumbook.labs.catalogue.Catalogue;
import quorumbook.labs.history.History;
import quorumbook.repl.file.WholeFile;
import quorumbook.repl.result.AttemptResult;

/** Writes the report of a class: {@code index.html}, and a page for each learner in {@code learners}. */
public final class ReportPages {
    /** The page of the class. */
    public static final String INDEX = "index.html";

    private static final String LEARNERS = "learners";

    private ReportPages() {}

    /**
     * Exercises come in the order of the catalogue.
     *
     * @see #write(Path, List, Function, Optional, List)
     */
    public static List<Path> write(
            Path out,
            List<AttemptResult> results,
            Function<AttemptResult, Optional<History>> histories,
            Optional<KnownMistakes> known)
            throws IOException {
        List<String> order =
                Catalogue.labs().stream().map(lab -> lab.id().toString()).toList();
        return write(out, results, histories, known, order);
    }

    /**
     * Writes all pages anew, each at once, and none of anybody else's: a page is either the old or the new one.
     *
     * @param histories the kept history of a result; asked once for each, one after the other
     * @param known gives wrong answers their names, on the page of the class only
     * @param order of the exercises, as in the course
     * @return the files, the class first
     */
    public static List<Path> write(
            Path out,
            List<AttemptResult> results,
            Function<AttemptResult, Optional<History>> histories,
            Optional<KnownMistakes> known,
            List<String> order)
            throws IOException {
        Gradebook book = new Gradebook(results, order);
        List<Path> files = new ArrayList<>();
        files.add(WholeFile.write(
                out.resolve(INDEX), new ClassPage(book, known, learner -> LEARNERS + "/" + file(learner)).page()));
        for (String learner : book.learners()) {
            String page = new LearnerPage(book, learner, histories).page("../" + INDEX);
            files.add(WholeFile.write(out.resolve(LEARNERS).resolve(file(learner)), page));
        }
        return files;
    }

    private static String file(String learner) {
        return FileName.of(learner) + ".html";
    }
}
