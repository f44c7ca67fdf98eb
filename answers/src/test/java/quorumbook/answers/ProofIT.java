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
import quorumbook.answers.Answers.Answer;
import quorumbook.labs.Lab;
import quorumbook.labs.Verdict.Outcome;
import quorumbook.labs.catalogue.Catalogue;
import quorumbook.labs.cluster.Backend;
import quorumbook.labs.cluster.Backends;
import quorumbook.repl.command.Verdicts;
import quorumbook.repl.grade.Examined;

/** On real servers, in each runtime: right answers pass, wrong ones are caught by the check they name, nothing is no pass. */
class ProofIT {
    private static final long SEED = 4711;
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
        return labs().stream().map(lab -> dynamicContainer(lab.id().toString(), proof(lab, bench)));
    }

    private static List<Lab> labs() {
        String only = System.getProperty("lab", "");
        return Catalogue.labs().stream()
                .filter(lab -> only.isBlank() || lab.id().toString().equals(only))
                .toList();
    }

    private static Stream<DynamicNode> proof(Lab lab, ProofBench bench) {
        Stream<DynamicNode> right = Answers.right(lab.id()).stream()
                .map(answer -> dynamicTest("passes: " + answer.name(), () -> passes(lab, answer, bench)));
        Stream<DynamicNode> wrong = Answers.wrong(lab.id()).stream()
                .map(answer -> dynamicTest("is caught: " + answer.name(), () -> isCaught(lab, answer, bench)));
        DynamicNode nothing = dynamicTest("is caught: nothing done", () -> nothingIsNoPass(lab, bench));
        return Stream.concat(right, Stream.concat(Stream.of(nothing), wrong));
    }

    private static void passes(Lab lab, Answer answer, ProofBench bench) throws InterruptedException {
        Examined examined =
                bench.examine(lab, answer.text(), SEED + answer.name().hashCode());
        assertThat(examined.report().outcome()).as(told(examined)).isEqualTo(Outcome.PASS);
    }

    private static void isCaught(Lab lab, Answer answer, ProofBench bench) throws InterruptedException {
        Examined examined = bench.examine(lab, answer.text(), SEED);
        assertThat(examined.report().outcome()).as(told(examined)).isEqualTo(Outcome.FAIL);
        assertThat(Verdicts.failed(examined.report()))
                .as(told(examined))
                .contains(answer.caughtBy().orElseThrow());
        Approved.page(answer.page(), Verdicts.page(examined.report()).plainText());
    }

    private static void nothingIsNoPass(Lab lab, ProofBench bench) throws InterruptedException {
        Examined examined = bench.examine(lab, "", SEED);
        assertThat(examined.report().outcome()).as(told(examined)).isEqualTo(Outcome.FAIL);
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
