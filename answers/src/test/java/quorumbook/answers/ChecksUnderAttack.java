package quorumbook.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import quorumbook.answers.Submissions.Submission;
import quorumbook.answers.attack.Attack;
import quorumbook.answers.attack.Sample;
import quorumbook.labs.Lab;
import quorumbook.labs.Report;
import quorumbook.labs.history.History;
import quorumbook.repl.command.Verdicts;

/**
 * Each check is attacked: a clause that nobody misses is no clause. Judges what the proof kept, without servers; run by
 * {@code mvn -Pmutate-checks verify}, after the proof.
 */
class ChecksUnderAttack {
    private static final Path REPORTS = Answers.FOLDER.resolve("target/attack");
    private static final Path SOURCES = Answers.HOME.resolve("labs/src/main/java");

    @TestFactory
    Stream<DynamicTest> everyClauseIsNeeded() {
        return Submissions.labs().stream().map(lab -> dynamicTest(lab.id().toString(), () -> attack(lab)));
    }

    private static void attack(Lab lab) throws IOException {
        Attack attack = Attack.on(lab, SOURCES, samples(lab));
        AttackReport report = new AttackReport(
                lab.id(), attack.samples(), attack.checks(), attack.clauses(), attack.blamed(), Spared.of(lab.id()));
        Files.createDirectories(REPORTS);
        Path file = REPORTS.resolve(lab.id().track() + "-" + lab.id().name() + ".txt");
        Files.writeString(file, report.text());
        System.out.println(report.summary() + "  all of it: " + Answers.HOME.relativize(file) + "\n");
        // Which clauses survive may hang on who was faster in a proof, so that such a line is no failure.
        report.spared()
                .withoutSurvivor(report.survivors())
                .forEach(line ->
                        System.out.println("  this time " + Spared.FILE.getFileName() + " spares nothing: " + line));
        assertThat(report.unexplained())
                .as(
                        "nobody misses these. Add the wrong answer that needs the clause, or take it out of the check, or say "
                                + "in " + Spared.FILE + " why it stays")
                .isEmpty();
    }

    private static List<Sample> samples(Lab lab) {
        List<Sample> samples = new ArrayList<>();
        for (Submission submission : Submissions.of(lab)) {
            List<History> kept = KeptHistories.of(lab.id(), submission);
            assertThat(kept)
                    .as(
                            "no history of '%s' is kept: prove the exercise first, mvn verify -Dlab=%s",
                            submission.name(), lab.id())
                    .isNotEmpty();
            kept.forEach(history -> samples.add(sample(lab, submission, history)));
        }
        return samples;
    }

    /** A kept history is judged as it was when it happened. */
    private static Sample sample(Lab lab, Submission submission, History history) {
        Report report = Report.of(lab, history);
        assertThat(report.outcome())
                .as("the kept history of %s, judged again", submission.name())
                .isEqualTo(submission.due());
        submission
                .caughtBy()
                .ifPresent(check -> assertThat(Verdicts.failed(report))
                        .as("the kept history of %s, judged again", submission.name())
                        .contains(check));
        return new Sample(
                submission.name(), submission.isRight() ? Sample.Standing.RIGHT : Sample.Standing.WRONG, history);
    }
}
