package quorumbook.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import quorumbook.labs.Lab;
import quorumbook.labs.Verdict.Outcome;
import quorumbook.lessons.LessonId;
import quorumbook.repl.grade.Examined;

/**
 * Hostile submissions against the real sandbox. Each is contained, named, and judged as what it is, no answer; and the next
 * submission, a right one on the same servers and by the same examiner, passes as if nothing had been.
 */
class AttackIT {
    private static final long SEED = 4711;

    @TempDir
    static Path folder;

    private static Optional<String> missing = Optional.empty();
    private static Optional<Target> target = Optional.empty();
    private static Optional<SandboxBench> bench = Optional.empty();

    @BeforeAll
    static void begin() throws IOException {
        target = Optional.of(Target.in(folder));
        missing = Sandboxes.missing();
        if (missing.isPresent()) {
            return;
        }
        bench = Optional.of(SandboxBench.begin());
    }

    @AfterAll
    static void end() throws IOException {
        bench.ifPresent(SandboxBench::close);
        target.orElseThrow().close();
    }

    @TestFactory
    Stream<DynamicTest> attacks() throws IOException {
        if (missing.isPresent()) {
            return Stream.of(Sandboxes.cannotRun(missing.get()));
        }
        String only = System.getProperty("attack", "");
        return Hostile.all().stream()
                .filter(attack -> only.isBlank() || attack.name().startsWith(only))
                .map(attack -> dynamicTest(attack.name(), () -> prove(attack)));
    }

    private static void prove(Hostile attack) throws Exception {
        Target aimedAt = target.orElseThrow();
        long begun = System.nanoTime();
        Lab lab = attack.lab();
        Examined attacked = examine(lab, attack.text(aimedAt), SEED);
        long between = System.nanoTime();
        Examined next = examine(lab, answer(lab), SEED + 1);
        System.out.printf(
                "%-36s %5.1f s, then %4.1f s  %s%n",
                attack.name(), (between - begun) / 1e9, (System.nanoTime() - between) / 1e9, attacked.limits());
        String told = attack.name() + " " + attacked.limits() + "\n" + attacked.transcript();
        assertThat(attacked.report().outcome()).as(told).isEqualTo(Outcome.FAIL);
        attack.limits()
                .forEach(named -> assertThat(attacked.limits())
                        .as(told)
                        .anyMatch(each -> Stream.of(named.split(" or "))
                                .anyMatch(limit -> each.matches("(?s)limit: " + limit + "( .*)?"))));
        attack.shows()
                .forEach(words -> assertThat(attacked.transcript()).as(told).contains(words));
        assertThat(aimedAt.harm(attacked.transcript())).as(told).isEmpty();
        assertThat(next.report().outcome())
                .as("the next one after %s: %s", attack.name(), next.transcript())
                .isEqualTo(Outcome.PASS);
        assertThat(next.limits()).isEmpty();
    }

    private static Examined examine(Lab lab, String submission, long seed) throws InterruptedException {
        return bench.orElseThrow().examine(LessonId.of(lab.id().toString()), submission, seed);
    }

    private static String answer(Lab lab) {
        List<Answers.Answer> right = Answers.right(lab.id());
        return right.stream()
                .filter(each -> each.name().equals("answer-by-code"))
                .findFirst()
                .orElse(right.get(0))
                .text();
    }
}
