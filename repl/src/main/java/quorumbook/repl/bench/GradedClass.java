package quorumbook.repl.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Folders;
import quorumbook.repl.desk.Book;
import quorumbook.repl.desk.Languages;
import quorumbook.repl.desk.Program;
import quorumbook.repl.grade.Course;
import quorumbook.repl.grade.Examiner;
import quorumbook.repl.grade.Examining;
import quorumbook.repl.grade.Grading;
import quorumbook.repl.grade.Jobs;
import quorumbook.repl.grade.Limits;
import quorumbook.repl.grade.Paper;
import quorumbook.repl.grade.Results;
import quorumbook.repl.grade.Spent;
import quorumbook.repl.grade.StoreLedger;
import quorumbook.repl.grade.WorkList;
import quorumbook.repl.result.AttemptResult;
import quorumbook.repl.result.Engine;
import quorumbook.repl.result.Outcome;
import quorumbook.repl.store.Store;

/**
 * A class of our answers, graded as {@code ./quorumbook grade --trust} does it: so many side by side as this machine allows,
 * from no servers to none, with a receipt of each on the disk.
 *
 * @param took by the clock on the wall
 * @param spent what the time of those who worked went into, added up as well
 */
record GradedClass(Duration took, List<AttemptResult> results, Spent spent) {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /**
     * Grades them.
     *
     * @param own what is made of each examiner
     * @throws ClusterException if one of them did not pass
     */
    static GradedClass of(List<Paper> papers, Program program, Book book, UnaryOperator<Examining> own)
            throws IOException, InterruptedException {
        Path out = Files.createTempDirectory("quorumbook-bench");
        try (Store store = Store.open(out)) {
            String java = Runtime.version().toString();
            Engine engine =
                    new Engine("bench", "", "", "", program.chosen().backend().name(), "none", java);
            Grading grading = new Grading(
                    new StoreLedger(store, book),
                    new Results(book, engine, Clock.systemUTC()),
                    () -> own.apply(Examiner.at(
                            program.station(),
                            book,
                            (station, screen) -> Languages.of(program, station, screen),
                            Limits.usual())),
                    PATIENCE,
                    new Unwatched());
            long begun = System.nanoTime();
            List<AttemptResult> results = grading.grade(papers, Jobs.here(), WorkList.Shapes.of(book));
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            mustHavePassed(results, papers.size());
            return new GradedClass(took, results, grading.spent());
        } finally {
            Folders.delete(out);
        }
    }

    /** From a ready cluster to the verdict, that of all added up. */
    Duration attempts() {
        return results.stream().map(AttemptResult::took).reduce(Duration.ZERO, Duration::plus);
    }

    private static void mustHavePassed(List<AttemptResult> results, int all) {
        results.stream()
                .filter(result -> result.verdict() != Outcome.PASS || result.again())
                .findFirst()
                .ifPresent(result -> {
                    throw new ClusterException("our answer to " + result.exercise() + " came to " + result.verdict()
                            + (result.again() ? " at the second try" : ""));
                });
        if (results.size() != all) {
            throw new ClusterException("only " + results.size() + " of " + all + " were graded");
        }
    }

    /** Nobody wants to know how far it is. */
    private record Unwatched() implements Grading.Watcher {
        @Override
        public void went(Course course) {}

        @Override
        public void judged(AttemptResult result) {}
    }
}
