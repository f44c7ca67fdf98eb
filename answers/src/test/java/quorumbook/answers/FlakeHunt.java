package quorumbook.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import quorumbook.answers.FlakeTable.Row;
import quorumbook.answers.ProofHall.Judged;
import quorumbook.answers.ProofHall.Task;
import quorumbook.answers.Submissions.Submission;
import quorumbook.labs.Lab;
import quorumbook.labs.cluster.Backend;
import quorumbook.labs.cluster.Backends;
import quorumbook.repl.command.Verdicts;

/**
 * The whole proof again and again, on new servers each time and with other values for right answers: {@code mvn
 * -Pflake-hunt verify -Dtimes=20}. One verdict that differs fails the hunt, after its last run. A hunt that was ended goes on
 * with {@code -Dgo.on=true}.
 */
class FlakeHunt {
    private static final Path TABLE = Answers.FOLDER.resolve("target/flake-hunt.md");
    private static final Path JOURNAL = Answers.FOLDER.resolve("target/flake-hunt.jsonl");
    private static final int TIMES = Integer.getInteger("times", 20);

    @Test
    void noVerdictDiffersFromRunToRun() throws Exception {
        List<Backend> backends = Backends.all().stream()
                .filter(backend -> ProofHall.missing(backend).isEmpty())
                .toList();
        Assumptions.assumeFalse(backends.isEmpty(), "SKIPPED: no servers can run here");
        FlakeJournal journal =
                Boolean.getBoolean("go.on") ? FlakeJournal.goingOn(JOURNAL) : FlakeJournal.begun(JOURNAL);
        for (int run = 1; run <= TIMES; run++) {
            prove(run, backends, journal);
            System.out.println(new FlakeTable(TIMES, journal.rows()).line(run));
        }
        FlakeTable table = new FlakeTable(TIMES, journal.rows());
        assertThat(table.firstFlake()).as("%s has the table", TABLE).isEmpty();
    }

    /** In all runtimes at once; what an earlier hunt has judged is not judged again. */
    private static void prove(int run, List<Backend> backends, FlakeJournal journal) {
        List<ProofHall> halls = new ArrayList<>();
        List<CompletableFuture<Void>> rows = new ArrayList<>();
        try {
            for (Backend backend : backends) {
                List<Task> tasks = tasks(run).stream()
                        .filter(task -> !journal.has(
                                run,
                                backend.name(),
                                name(task),
                                task.submission().name()))
                        .toList();
                tasks.forEach(task -> rows.add(task.judged().handle((judged, why) -> {
                    journal.add(row(run, backend.name(), task, judged, why));
                    write(new FlakeTable(TIMES, journal.rows()));
                    return null;
                })));
                halls.add(new ProofHall(backend, tasks));
            }
            CompletableFuture.allOf(rows.toArray(CompletableFuture[]::new)).join();
        } finally {
            halls.forEach(ProofHall::close);
        }
    }

    private static List<Task> tasks(int run) {
        List<Task> tasks = new ArrayList<>();
        for (Lab lab : Submissions.labs()) {
            for (Submission submission : Submissions.of(lab)) {
                long seed = submission.isRight() ? submission.seed() + run - 1 : submission.seed();
                tasks.add(Task.of(lab, submission, seed));
            }
        }
        return tasks;
    }

    private static String name(Task task) {
        return task.lab().id().toString();
    }

    private static Row row(int run, String runtime, Task task, @Nullable Judged judged, @Nullable Throwable why) {
        return new Row(
                run,
                runtime,
                name(task),
                task.submission().name(),
                judged == null ? Duration.ZERO : judged.took(),
                judged == null ? "error" : judged.outcome(),
                judged == null
                        ? Optional.of(String.valueOf(why))
                        : wrong(task.submission(), judged).map(what -> what + "\n\n" + judged.told()));
    }

    /** What differs from what the proof demands, if anything. */
    private static Optional<String> wrong(Submission submission, Judged judged) {
        if (judged.examined().report().outcome() != submission.due()) {
            return Optional.of("the verdict is " + judged.outcome() + ", not " + submission.due());
        }
        Optional<String> check = submission.caughtBy();
        if (check.isPresent() && !Verdicts.failed(judged.examined().report()).contains(check.get())) {
            return Optional.of("check " + check.get() + " does not refuse it");
        }
        return submission.page().flatMap(file -> Approved.difference(file, judged.page()));
    }

    private static synchronized void write(FlakeTable table) {
        try {
            Files.createDirectories(TABLE.getParent());
            Files.writeString(TABLE, table.markdown());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + TABLE, e);
        }
    }
}
