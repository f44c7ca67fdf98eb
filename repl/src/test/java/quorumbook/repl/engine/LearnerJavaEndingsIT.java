package quorumbook.repl.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import quorumbook.labs.await.Eventually;

/** Snippets that misbehave: the next one runs, with everything that was defined. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class LearnerJavaEndingsIT {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final Heard heard = new Heard();
    private LearnerJava java;

    @BeforeEach
    void open() {
        java = LearnerJava.open(Settings.of(List.of()).withHeap(64), heard);
        assertThat(java.evaluate("int kept() { return 42; } int lost = 7; record Kept(int n) {}")
                        .succeeded())
                .isTrue();
    }

    @AfterEach
    void close() {
        java.close();
    }

    private void definitionsAreBack() {
        assertThat(java.evaluate("kept() + new Kept(1).n() + lost").results())
                .singleElement()
                .isInstanceOfSatisfying(
                        Result.Value.class, value -> assertThat(value.value()).isEqualTo("43"));
    }

    private void nothingWasLost() {
        assertThat(java.evaluate("lost").shown()).containsExactly("lost ==> 7");
        assertThat(java.restarts()).isZero();
    }

    private Result.Ended ended(Evaluation evaluation) {
        assertThat(evaluation.results()).last().isInstanceOf(Result.Ended.class);
        return (Result.Ended) evaluation.results().get(evaluation.results().size() - 1);
    }

    private Result.Ended interrupted(String source, String printedFirst) throws Exception {
        CompletableFuture<Evaluation> running = CompletableFuture.supplyAsync(() -> java.evaluate(source));
        assertThat(Eventually.holds(LONG, () -> heard.out().contains(printedFirst)))
                .isTrue();
        assertThat(Eventually.holds(LONG, java::interrupt)).isTrue();
        Result.Ended ended = ended(running.get(20, TimeUnit.SECONDS));
        assertThat(ended.cause()).isEqualTo(Result.Cause.INTERRUPTED);
        return ended;
    }

    @Test
    void survivesAnExit() {
        Result.Ended ended = ended(java.evaluate("System.out.println(\"bye\"); System.exit(3); int never = 1;"));
        assertThat(ended.cause()).isEqualTo(Result.Cause.EXIT);
        assertThat(ended.sentence()).startsWith("The learner's JVM ended by System.exit(3). A new one runs:");
        assertThat(heard.out()).isEqualTo("bye\n");
        definitionsAreBack();
        assertThat(java.restarts()).isEqualTo(1);
    }

    @Test
    void stopsAnEndlessLoop() throws Exception {
        assertThat(interrupted("System.out.println(\"on\"); while (true);", "on")
                        .restarted())
                .isFalse();
        nothingWasLost();
    }

    @Test
    void stopsASleeperThatIgnoresInterrupts() throws Exception {
        String sleeper =
                "System.out.println(\"on\"); while (true) { try { Thread.sleep(60_000); } catch (InterruptedException e) {} }";
        assertThat(interrupted(sleeper, "on").restarted()).isFalse();
        nothingWasLost();
    }

    @Test
    void stopsAFloodOfOutput() throws Exception {
        assertThat(interrupted("while (true) System.out.println(\"flood\");", "flood\nflood")
                        .restarted())
                .isFalse();
        nothingWasLost();
    }

    @Test
    void stopsAReaderOfInputAndTheNextOneGetsItsLine() throws Exception {
        assertThat(interrupted("System.out.println(\"on\"); System.in.read();", "on")
                        .restarted())
                .isFalse();
        heard.types("a line");
        assertThat(java.evaluate("String line = new Scanner(System.in).nextLine();")
                        .shown())
                .containsExactly("line ==> \"a line\"");
    }

    @Test
    void endsALibraryLoopThatCannotBeStopped() throws Exception {
        String endless = "System.out.println(\"on\"); java.util.stream.LongStream.range(0, Long.MAX_VALUE).sum();";
        Result.Ended ended = interrupted(endless, "on");
        // On 17 Thread.stop reaches into libraries as well.
        if (ended.restarted()) {
            definitionsAreBack();
        } else {
            nothingWasLost();
        }
    }

    @Test
    void stopsWhatIsStoppedWhileItIsCompiled() throws Exception {
        CompletableFuture<Evaluation> running =
                CompletableFuture.supplyAsync(() -> java.evaluate("while (true);\nint never = 1;"));
        assertThat(Eventually.holds(LONG, java::interrupt)).isTrue();
        assertThat(ended(running.get(20, TimeUnit.SECONDS)).restarted()).isFalse();
        nothingWasLost();
    }

    @Test
    void holdsToTheTimeLimit() {
        java.close();
        java = LearnerJava.open(Settings.of(List.of()).withSnippetLimit(Duration.ofSeconds(3)), heard);
        Result.Ended ended = ended(java.evaluate("while (true);"));
        assertThat(ended.cause()).isEqualTo(Result.Cause.TIME_LIMIT);
        assertThat(ended.sentence()).contains("ran longer than a snippet may");
    }

    @Test
    void survivesRunningOutOfMemory() {
        Evaluation evaluation =
                java.evaluate("List<byte[]> all = new ArrayList<>(); while (true) all.add(new byte[1 << 20]);");
        assertThat(evaluation.succeeded()).isFalse();
        assertThat(evaluation.shown()).anyMatch(line -> line.contains("OutOfMemoryError"));
        assertThat(java.evaluate("all = null; int room = 1;").shown()).contains("room ==> 1");
    }

    @Test
    void survivesAKillUnderARunningSnippet() throws Exception {
        CompletableFuture<Evaluation> running = CompletableFuture.supplyAsync(
                () -> java.evaluate("{ System.out.println(ProcessHandle.current().pid()); while (true); }"));
        kill();
        Result.Ended ended = ended(running.get(20, TimeUnit.SECONDS));
        assertThat(ended.cause()).isEqualTo(Result.Cause.KILLED);
        assertThat(ended.sentence()).startsWith("The learner's JVM was killed from outside (SIGKILL). ");
        definitionsAreBack();
    }

    @Test
    void survivesAKillBetweenSnippets() throws Exception {
        assertThat(java.evaluate("System.out.println(ProcessHandle.current().pid());")
                        .succeeded())
                .isTrue();
        kill();
        assertThat(Eventually.holds(LONG, () -> !heard.events().isEmpty())).isTrue();
        assertThat(heard.events()).singleElement().asString().contains("killed from outside");
        definitionsAreBack();
    }

    @Test
    void survivesACrash() {
        Result.Ended ended = ended(java.evaluate("Runtime.getRuntime().halt(134);"));
        assertThat(ended.cause()).isEqualTo(Result.Cause.CRASHED);
        definitionsAreBack();
    }

    @Test
    void hasNothingToInterruptWhenNothingRuns() {
        assertThat(java.interrupt()).isFalse();
        nothingWasLost();
    }

    @Test
    void startsAnewWhenAsked() {
        java.restart();
        definitionsAreBack();
    }

    @Test
    void leavesNoJvmBehind() throws Exception {
        assertThat(java.evaluate("System.out.println(ProcessHandle.current().pid());")
                        .succeeded())
                .isTrue();
        long pid = pid();
        java.close();
        assertThat(Eventually.holds(LONG, () -> ProcessHandle.of(pid).isEmpty()))
                .isTrue();
    }

    private void kill() throws InterruptedException {
        assertThat(Eventually.holds(LONG, () -> heard.out().contains("\n"))).isTrue();
        assertThat(ProcessHandle.of(pid()).orElseThrow().destroyForcibly()).isTrue();
    }

    private long pid() {
        return Long.parseLong(heard.out().strip());
    }
}
