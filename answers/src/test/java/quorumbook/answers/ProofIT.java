package quorumbook.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import quorumbook.answers.Submissions.Submission;
import quorumbook.labs.Lab;
import quorumbook.labs.cluster.Backend;
import quorumbook.labs.cluster.Backends;
import quorumbook.labs.cluster.HandInstalled;
import quorumbook.repl.command.Verdicts;
import quorumbook.repl.grade.Examined;

/**
 * On real servers, in each runtime: right answers pass, wrong ones are caught by the check they name, nothing is no pass. The
 * runtimes go side by side: much of a proof is waiting for elections and sessions.
 */
class ProofIT {
    private static final Semaphore ONE_BY_HAND = new Semaphore(1);
    private static final List<ProofBench> BENCHES = new CopyOnWriteArrayList<>();

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class WithServersAsProcesses {
        @TestFactory
        @Execution(ExecutionMode.SAME_THREAD)
        Stream<DynamicNode> exercises() {
            return ProofIT.exercises("processes");
        }
    }

    @Nested
    @Execution(ExecutionMode.CONCURRENT)
    class WithServersInContainers {
        @TestFactory
        @Execution(ExecutionMode.SAME_THREAD)
        Stream<DynamicNode> exercises() {
            return ProofIT.exercises("containers");
        }
    }

    private static Stream<DynamicNode> exercises(String runtime) {
        return exercises(Backends.named(runtime).orElseThrow());
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
        if (!(lab.cluster() instanceof HandInstalled)) {
            return submissions(lab, bench);
        }
        // Its ports come from the seed, so both runtimes want the same.
        DynamicNode begin = dynamicTest("waits until the other runtime has left the ports", ONE_BY_HAND::acquire);
        DynamicNode end = dynamicTest("leaves the ports", () -> {
            bench.close();
            ONE_BY_HAND.release();
        });
        return Stream.of(Stream.of(begin), submissions(lab, bench), Stream.of(end))
                .flatMap(nodes -> nodes);
    }

    private static Stream<DynamicNode> submissions(Lab lab, ProofBench bench) {
        return Submissions.of(lab).stream()
                .map(submission -> dynamicTest(
                        (submission.isRight() ? "passes: " : "is caught: ") + submission.name(),
                        () -> prove(lab, submission, bench)));
    }

    private static void prove(Lab lab, Submission submission, ProofBench bench) throws InterruptedException {
        long begun = System.nanoTime();
        Examined examined = bench.examine(lab, submission.text(), submission.seed());
        System.out.printf(
                "%-10s  %-26s  %-50s  %-7s  %5.1f s%n",
                bench.runtime(),
                lab.id(),
                submission.name(),
                examined.report().outcome().name().toLowerCase(Locale.ROOT),
                (System.nanoTime() - begun) / 1e9);
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
