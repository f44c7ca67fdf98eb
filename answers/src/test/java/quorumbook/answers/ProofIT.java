package quorumbook.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import quorumbook.answers.Submissions.Submission;
import quorumbook.labs.Lab;
import quorumbook.labs.cluster.Backend;
import quorumbook.labs.cluster.Backends;
import quorumbook.repl.command.Verdicts;
import quorumbook.repl.grade.Examined;

/** On real servers, in each runtime: right answers pass, wrong ones are caught by the check they name, nothing is no pass. */
class ProofIT {
    private static final List<ProofBench> BENCHES = new ArrayList<>();

    @TestFactory
    Stream<DynamicNode> exercises() {
        return Backends.all().stream()
                .map(backend -> dynamicContainer("servers as " + backend.name(), exercises(backend)));
    }

    private static Stream<DynamicNode> exercises(Backend backend) {
        Optional<String> missing = ProofBench.missing(backend);
        if (missing.isPresent()) {
            return Stream.of(dynamicTest("cannot run here", () -> {
                assertThat(ProofBench.isRequired(backend))
                        .as("servers as %s are required, but: %s", backend.name(), missing.get())
                        .isFalse();
                Assumptions.abort("SKIPPED, servers as " + backend.name() + ": " + missing.get());
            }));
        }
        ProofBench bench = ProofBench.on(backend);
        BENCHES.add(bench);
        return Submissions.labs().stream().map(lab -> dynamicContainer(lab.id().toString(), proof(lab, bench)));
    }

    private static Stream<DynamicNode> proof(Lab lab, ProofBench bench) {
        return Submissions.of(lab).stream()
                .map(submission -> dynamicTest(
                        (submission.isRight() ? "passes: " : "is caught: ") + submission.name(),
                        () -> prove(lab, submission, bench)));
    }

    private static void prove(Lab lab, Submission submission, ProofBench bench) throws InterruptedException {
        Examined examined = bench.examine(lab, submission.text(), submission.seed());
        KeptHistories.keep(bench.runtime(), submission, examined.report());
        assertThat(examined.report().outcome()).as(told(examined)).isEqualTo(submission.due());
        submission
                .caughtBy()
                .ifPresent(check -> assertThat(Verdicts.failed(examined.report()))
                        .as(told(examined))
                        .contains(check));
        submission
                .page()
                .ifPresent(page ->
                        Approved.page(page, Verdicts.page(examined.report()).plainText()));
    }

    private static String told(Examined examined) {
        return "seed " + examined.report().seed() + "\n" + examined.transcript() + "\n"
                + Verdicts.page(examined.report()).plainText();
    }

    @AfterAll
    static void endServers() {
        BENCHES.forEach(ProofBench::close);
        BENCHES.clear();
    }
}
