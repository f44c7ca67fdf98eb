package quorumbook.answers;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import quorumbook.answers.ProofHall.Judged;
import quorumbook.answers.ProofHall.Task;
import quorumbook.answers.Submissions.Submission;
import quorumbook.labs.Check;
import quorumbook.labs.Report;
import quorumbook.labs.Verdict.Outcome;
import quorumbook.labs.cluster.Backend;
import quorumbook.labs.cluster.Backends;
import quorumbook.repl.command.Verdicts;

/**
 * On real servers, in each runtime: right answers pass, wrong ones are caught by the check they name, nothing is no pass and
 * no progress. The runtimes go side by side, and in each several exercises.
 */
class ProofIT {
    private static final List<ProofHall> HALLS = new CopyOnWriteArrayList<>();

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
        Optional<String> missing = ProofHall.missing(backend);
        if (missing.isPresent()) {
            return Stream.of(dynamicTest("cannot run here", () -> {
                assertThat(ProofHall.isRequired(backend))
                        .as("servers as %s are required, but: %s", backend.name(), missing.get())
                        .isFalse();
                Assumptions.abort("SKIPPED, servers as " + backend.name() + ": " + missing.get());
            }));
        }
        List<Task> tasks = Submissions.labs().stream()
                .flatMap(lab -> Submissions.of(lab).stream().map(each -> Task.of(lab, each, each.seed())))
                .toList();
        for (Task task : tasks) {
            Future<Void> unused = task.judged().thenAccept(judged -> tell(backend.name(), task, judged));
        }
        HALLS.add(new ProofHall(backend, tasks));
        return tasks.stream()
                .collect(groupingBy(task -> task.lab().id().toString(), LinkedHashMap::new, toList()))
                .entrySet()
                .stream()
                .map(exercise -> dynamicContainer(
                        exercise.getKey(), exercise.getValue().stream().map(task -> proof(backend.name(), task))));
    }

    private static DynamicNode proof(String runtime, Task task) {
        Submission submission = task.submission();
        return dynamicTest(
                (submission.isRight() ? "passes: " : "is caught: ") + submission.name(), () -> prove(runtime, task));
    }

    private static void tell(String runtime, Task task, Judged judged) {
        System.out.printf(
                "%-10s  %-26s  %-50s  %5.1f s  %s%n",
                runtime,
                task.lab().id(),
                task.submission().name(),
                judged.took().toMillis() / 1e3,
                judged.outcome());
    }

    private static void prove(String runtime, Task task) throws InterruptedException {
        Submission submission = task.submission();
        Judged judged = task.await();
        Report report = judged.examined().report();
        KeptHistories.keep(runtime, submission, report);
        assertThat(report.outcome()).as(judged.told()).isEqualTo(submission.due());
        if (submission.isNothing()) {
            assertThat(passed(report))
                    .as("what holds on the untouched lab is about safety, and nothing else is: %s", judged.told())
                    .containsExactlyElementsOf(task.lab().checks().stream()
                            .filter(Check::isSafety)
                            .map(Check::id)
                            .toList());
        }
        submission
                .caughtBy()
                .ifPresent(check ->
                        assertThat(Verdicts.failed(report)).as(judged.told()).contains(check));
        submission.page().ifPresent(page -> Approved.page(page, judged.page()));
    }

    private static List<String> passed(Report report) {
        return report.judged().stream()
                .filter(each -> each.verdict().outcome() == Outcome.PASS)
                .map(each -> each.check().id())
                .toList();
    }

    @AfterAll
    static void endServers() {
        HALLS.forEach(ProofHall::close);
        HALLS.clear();
    }
}
