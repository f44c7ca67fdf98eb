package quorumbook.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import quorumbook.answers.Submissions.Submission;
import quorumbook.labs.Lab;
import quorumbook.lessons.LessonId;
import quorumbook.repl.desk.Languages;
import quorumbook.repl.grade.Examined;

/** What is right outside the sandbox is right in it, and what is wrong is wrong: of each exercise one answer of each kind. */
class SandboxIT {
    private static Optional<SandboxBench> bench = Optional.empty();

    @TestFactory
    Stream<DynamicTest> exercises() {
        Optional<String> missing = Sandboxes.missing();
        if (missing.isPresent()) {
            return Stream.of(Sandboxes.cannotRun(missing.get()));
        }
        return Submissions.labs().stream().flatMap(SandboxIT::proof);
    }

    private static Stream<DynamicTest> proof(Lab lab) {
        if (Languages.sandboxRefusal(lab).isPresent()) {
            return Stream.empty();
        }
        List<Submission> all = Submissions.of(lab);
        Stream<Submission> right = all.stream().filter(Submission::isRight).reduce((first, second) -> second).stream();
        Stream<Submission> wrong = all.stream().filter(each -> each.caughtBy().isPresent()).findFirst().stream();
        return Stream.concat(right, wrong)
                .map(each -> dynamicTest(lab.id() + " " + each.name(), () -> prove(lab, each)));
    }

    private static void prove(Lab lab, Submission submission) throws InterruptedException {
        long begun = System.nanoTime();
        Examined examined = examine(lab, submission);
        System.out.printf(
                "sandbox  %-26s  %-50s  %-7s  %5.1f s%n",
                lab.id(), submission.name(), examined.report().outcome(), (System.nanoTime() - begun) / 1e9);
        String told = "seed " + examined.report().seed() + " " + examined.limits() + "\n" + examined.transcript() + "\n"
                + examined.report().judged();
        assertThat(examined.report().outcome()).as(told).isEqualTo(submission.due());
        assertThat(examined.limits()).as(told).isEmpty();
    }

    private static Examined examine(Lab lab, Submission submission) throws InterruptedException {
        if (bench.isEmpty()) {
            bench = Optional.of(SandboxBench.begin());
        }
        return bench.get().examine(LessonId.of(lab.id().toString()), submission.text(), submission.seed());
    }

    @AfterAll
    static void end() {
        bench.ifPresent(SandboxBench::close);
    }
}
