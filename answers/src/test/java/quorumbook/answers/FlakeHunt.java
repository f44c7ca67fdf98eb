package quorumbook.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import quorumbook.answers.FlakeTable.Row;
import quorumbook.answers.Submissions.Submission;
import quorumbook.labs.Lab;
import quorumbook.labs.cluster.Backend;
import quorumbook.labs.cluster.Backends;
import quorumbook.repl.command.Verdicts;
import quorumbook.repl.grade.Examined;

/**
 * The whole proof again and again, on new servers each time and with other values for right answers: {@code mvn
 * -Pflake-hunt verify -Dtimes=20}. One verdict that differs fails the hunt, after its last run.
 */
class FlakeHunt {
    private static final Path TABLE = Answers.FOLDER.resolve("target/flake-hunt.md");
    private static final int TIMES = Integer.getInteger("times", 20);

    @Test
    void noVerdictDiffersFromRunToRun() throws Exception {
        List<Backend> backends = Backends.all().stream()
                .filter(backend -> ProofBench.missing(backend).isEmpty())
                .toList();
        Assumptions.assumeFalse(backends.isEmpty(), "SKIPPED: no servers can run here");
        List<Row> rows = new ArrayList<>();
        for (int run = 1; run <= TIMES; run++) {
            for (Backend backend : backends) {
                rows.addAll(proof(backend, run));
                write(new FlakeTable(TIMES, rows));
            }
            System.out.println(new FlakeTable(TIMES, rows).line(run));
        }
        FlakeTable table = new FlakeTable(TIMES, rows);
        assertThat(table.firstFlake()).as("%s has the table", TABLE).isEmpty();
    }

    private static List<Row> proof(Backend backend, int run) throws InterruptedException {
        List<Row> rows = new ArrayList<>();
        ProofBench bench = ProofBench.on(backend);
        try {
            for (Lab lab : Submissions.labs()) {
                for (Submission submission : Submissions.of(lab)) {
                    rows.add(examined(bench, run, lab, submission));
                }
            }
        } finally {
            bench.close();
        }
        return rows;
    }

    private static Row examined(ProofBench bench, int run, Lab lab, Submission submission) throws InterruptedException {
        long seed = submission.isRight() ? submission.seed() + run - 1 : submission.seed();
        long begun = System.nanoTime();
        try {
            Examined examined = bench.examine(lab, submission.text(), seed);
            String page = Verdicts.page(examined.report()).plainText();
            String told = "seed " + seed + "\n" + examined.transcript() + "\n" + page;
            return new Row(
                    run,
                    bench.runtime(),
                    lab.id().toString(),
                    submission.name(),
                    examined.took(),
                    examined.report().outcome().name().toLowerCase(java.util.Locale.ROOT),
                    wrong(submission, examined, page).map(what -> what + "\n\n" + told));
        } catch (RuntimeException e) {
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            return new Row(
                    run,
                    bench.runtime(),
                    lab.id().toString(),
                    submission.name(),
                    took,
                    "error",
                    Optional.of(e.toString()));
        }
    }

    /** What differs from what the proof demands, if anything. */
    private static Optional<String> wrong(Submission submission, Examined examined, String page) {
        if (examined.report().outcome() != submission.due()) {
            return Optional.of("the verdict is " + examined.report().outcome() + ", not " + submission.due());
        }
        Optional<String> check = submission.caughtBy();
        if (check.isPresent() && !Verdicts.failed(examined.report()).contains(check.get())) {
            return Optional.of("check " + check.get() + " does not refuse it");
        }
        return submission.page().flatMap(file -> Approved.difference(file, page));
    }

    private static void write(FlakeTable table) throws IOException {
        Files.createDirectories(TABLE.getParent());
        Files.writeString(TABLE, table.markdown());
    }
}
