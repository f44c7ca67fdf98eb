package quorumbook.repl.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.program.NotRunnableException;
import quorumbook.labs.program.Program;
import quorumbook.labs.program.Program.End;
import quorumbook.labs.program.Programs;
import quorumbook.labs.program.Reach;
import quorumbook.labs.program.Report;

/** Copies of the learner's program in JVMs of their own. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class LearnerProgramsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Reach NOWHERE = new Reach("", "");

    private final Heard heard = new Heard();
    private final Settings settings = Settings.of(List.of());
    private final LearnerJava java = LearnerJava.open(settings, heard);
    private final WarmPool pool = WarmPool.of(settings);
    private final LearnerPrograms learnerPrograms = new LearnerPrograms(pool, () -> java);
    private final Programs programs = learnerPrograms.of(Map.of("path", "/given"), Clock.systemUTC());
    private final Queue<Report> reports = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        learnerPrograms.close();
        pool.close();
        java.close();
    }

    private void define(String source) {
        Evaluation evaluation = java.evaluate(source);
        assertThat(evaluation.succeeded()).as(source + evaluation.shown()).isTrue();
    }

    private Program start(String call) throws Exception {
        return programs.start("worker", NOWHERE, call, reports::add);
    }

    private End end(Program program) throws InterruptedException {
        return program.awaitEnd(PATIENCE).orElseThrow();
    }

    private static boolean lives(Program program) {
        return ProcessHandle.of(program.pid()).filter(ProcessHandle::isAlive).isPresent();
    }

    @Test
    void returnsWhatTheCallReturnsAndKeepsWhatItPrints() throws Exception {
        define("int twice(int x) { System.out.println(\"twice \" + x); return 2 * x; }");

        try (Program program = start("twice(21)")) {
            assertThat(end(program)).isEqualTo(new End.Returned("42"));
            assertThat(program.printed()).isEqualTo("twice 21\n");
        }
    }

    /** So that nobody starves a machine and is excused by that. */
    @Test
    void whatCopiesTakeOfTheProcessorIsKnown() throws Exception {
        define("void burn() { while (true) { } }");

        try (Program program = start("burn()")) {
            assertThat(Eventually.holds(
                            PATIENCE, () -> programs.cpu().compareTo(java.cpu().plusMillis(500)) > 0))
                    .isTrue();
        }
    }

    @Test
    void fourCopiesReportAtTheSameTime() throws Exception {
        define("void work(int n) { report(\"begin\", n); report(\"end\"); }");
        CountDownLatch allBegan = new CountDownLatch(4);
        Consumer<Report> sink = report -> {
            reports.add(report);
            if (report.what().equals("begin")) {
                allBegan.countDown();
                try {
                    // Each stands still in its report until the last one has come here too.
                    assertThat(allBegan.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                            .isTrue();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
        programs.expect(4);
        List<Program> copies = new ArrayList<>();
        for (int n = 1; n <= 4; n++) {
            copies.add(programs.start("worker " + n, NOWHERE, "work(" + n + ")", sink));
        }

        for (Program copy : copies) {
            assertThat(end(copy)).isEqualTo(new End.Returned(""));
        }
        assertThat(reports)
                .filteredOn(report -> report.what().equals("begin"))
                .extracting(report -> report.client() + "=" + report.value())
                .containsExactlyInAnyOrder("worker 1=1", "worker 2=2", "worker 3=3", "worker 4=4");
        assertThat(reports).filteredOn(report -> report.what().equals("end")).hasSize(4);
        assertThat(copies).extracting(Program::pid).doesNotHaveDuplicates();
        copies.forEach(Program::close);
        assertThat(copies).noneMatch(LearnerProgramsIT::lives);
    }

    @Test
    void leavesTheSessionAsItWas() throws Exception {
        define("int twice(int x) { return 2 * x; }");
        define("int before = 1;");

        start("twice(1)").close();
        start("{ int inside = twice(1); report(\"inside\", inside); }").close();

        assertThat(java.variables()).extracting(Variable::name).containsExactly("before");
        assertThat(java.snippets()).hasSize(2);
        assertThat(java.evaluate("twice(4)").shown()).containsExactly("$3 ==> 8");
    }

    @Test
    void eachStartHasTheNewestDefinitions() throws Exception {
        define("int answer() { return 1; }");
        try (Program program = start("answer()")) {
            assertThat(end(program)).isEqualTo(new End.Returned("1"));
        }
        define("record Point(int x, int y) {}");
        define("int answer() { return new Point(2, 3).y(); }");

        try (Program program = start("answer()")) {
            assertThat(end(program)).isEqualTo(new End.Returned("3"));
        }
    }

    @Test
    void variablesBeginAsTheyWereDeclared() throws Exception {
        java.connect(new Connections("", "", Map.of("path", "/given")));
        define("String path = given(\"path\");");
        define("var numbers = new ArrayList<Integer>(List.of(1, 2));");
        define("numbers.add(3);");
        define("int size() { return numbers.size() + path.length(); }");

        try (Program program = start("size()")) {
            assertThat(end(program)).isEqualTo(new End.Returned("8"));
        }
    }

    @Test
    void saysInTheCompilersWordsWhatCannotBeCalled() {
        assertThatThrownBy(() -> start("increment(\"/counter\");"))
                .isInstanceOf(NotRunnableException.class)
                .hasMessage("cannot find symbol: method increment(String)");

        define("void increment(int path) {}");
        assertThatThrownBy(() -> start("increment(\"/counter\");"))
                .isInstanceOf(NotRunnableException.class)
                .hasMessage("incompatible types: String cannot be converted to int");
    }

    @Test
    void saysWhatIsMissingInAMethodThatIsNotComplete() {
        define("int unfinished() { return missing(); }");

        assertThatThrownBy(() -> start("unfinished()"))
                .isInstanceOf(NotRunnableException.class)
                .hasMessage("unfinished cannot be used until method missing() is declared");
    }

    @Test
    void tellsWhatWasThrown() throws Exception {
        define("void fail() { throw new IllegalStateException(\"on purpose\"); }");

        try (Program program = start("fail();")) {
            assertThat(end(program).words()).isEqualTo("threw IllegalStateException: on purpose");
        }
    }

    @Test
    void aKilledCopyIsGoneAndTheOthersGoOn() throws Exception {
        define("void hold() { report(\"holding\"); while (true) { } }");
        Program killed = start("hold()");
        Program other = start("hold()");
        assertThat(Eventually.holds(PATIENCE, () -> reports.size() == 2)).isTrue();

        killed.kill();

        assertThat(lives(killed)).isFalse();
        assertThat(killed.end()).contains(new End.JvmGone("was killed (SIGKILL)"));
        assertThat(lives(other)).isTrue();
        assertThat(other.end()).isEmpty();
    }

    @Test
    void aCopyThatIsKilledBehindOurBackIsNotTheLearnersFault() throws Exception {
        define("void hold() { report(\"holding\"); while (true) { } }");
        Program program = start("hold()");
        assertThat(Eventually.holds(PATIENCE, () -> reports.size() == 1)).isTrue();

        ProcessHandle.of(program.pid()).orElseThrow().destroyForcibly();

        assertThatThrownBy(() -> program.awaitEnd(PATIENCE))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("killed from outside");
    }

    @Test
    void aPausedCopyStandsStillUntilItIsResumed() throws Exception {
        define("void count() { for (int i = 0; ; i++) { report(\"count\", i); } }");
        Program program = start("count()");
        assertThat(Eventually.holds(PATIENCE, () -> reports.size() > 10)).isTrue();

        program.pause();
        // A report waits for its answer: only one can have been on its way when the copy froze.
        int still = reports.size() + 1;
        assertThat(Eventually.holds(Duration.ofMillis(300), () -> reports.size() > still))
                .isFalse();

        program.resume();
        assertThat(Eventually.holds(PATIENCE, () -> reports.size() > still + 10))
                .isTrue();
    }

    @Test
    void aPausedCopyCanBeKilledAndClosed() throws Exception {
        define("void hold() { report(\"holding\"); while (true) { } }");
        Program killed = start("hold()");
        Program closed = start("hold()");
        assertThat(Eventually.holds(PATIENCE, () -> reports.size() == 2)).isTrue();
        killed.pause();
        closed.pause();

        killed.kill();
        closed.close();

        assertThat(lives(killed)).isFalse();
        assertThat(Eventually.holds(PATIENCE, () -> !lives(closed))).isTrue();
    }

    @Test
    void seesThatACopyExits() throws Exception {
        define("void leave() { System.out.println(\"bye\"); System.exit(3); }");

        try (Program program = start("leave()")) {
            assertThat(end(program)).isEqualTo(new End.JvmGone("ended by System.exit(3)"));
            assertThat(program.printed()).isEqualTo("bye\n");
        }
        assertThat(java.restarts()).isZero();
    }

    @Test
    void seesThatACopyRunsOutOfMemory() throws Exception {
        define("void hoard() { var all = new ArrayList<byte[]>(); while (true) { all.add(new byte[1 << 20]); } }");

        try (Program program = start("hoard()")) {
            assertThat(end(program).words()).contains("OutOfMemoryError");
        }
    }

    @Test
    void closingEndsAnEndlessLoop() throws Exception {
        define(
                "void loop() { report(\"looping\"); while (true) { try { Thread.sleep(10); } catch (Throwable t) { } } }");
        Program program = start("loop()");
        assertThat(Eventually.holds(PATIENCE, () -> !reports.isEmpty())).isTrue();

        program.close();

        assertThat(Eventually.holds(PATIENCE, () -> !lives(program))).isTrue();
    }

    @Test
    void keepsTheNewestOfAFloodOfPrints() throws Exception {
        define("void flood() { for (int i = 0; i < 50_000; i++) { System.out.println(\"line \" + i); } }");

        try (Program program = start("flood()")) {
            assertThat(end(program)).isEqualTo(new End.Returned(""));
            assertThat(program.printed()).hasSize(64 * 1024).endsWith("line 49999\n");
        }
    }

    @Test
    void aReportThatNobodyCouldTakeInIsOurFaultAndEndsTheCopy() throws Exception {
        define("void work() { report(\"one\"); report(\"two\"); }");
        Program program = programs.start("worker", NOWHERE, "work()", report -> {
            reports.add(report);
            throw new IllegalStateException("no room");
        });

        assertThatThrownBy(() -> program.awaitEnd(PATIENCE))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("no room");
        assertThat(Eventually.holds(PATIENCE, () -> !lives(program))).isTrue();
        assertThat(reports).hasSize(1);
    }

    @Test
    void nothingOutlivesThePool() throws Exception {
        define("void hold() { report(\"holding\"); while (true) { } }");
        programs.expect(2);
        Program running = start("hold()");
        Program paused = start("hold()");
        assertThat(Eventually.holds(PATIENCE, () -> reports.size() == 2)).isTrue();
        paused.pause();
        java.close();

        learnerPrograms.close();
        pool.close();

        assertThat(Eventually.holds(
                        PATIENCE, () -> ProcessHandle.current().children().noneMatch(ProcessHandle::isAlive)))
                .as("children still running")
                .isTrue();
        assertThat(lives(running)).isFalse();
    }

    @Test
    void reportsAtThePromptAreShownAsEvents() {
        define("report(\"what\", \"value\"); report(\"alone\");");

        assertThat(heard.events()).containsExactly("reported: what value", "reported: alone");
    }
}
