package quorumbook.labs.cluster.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.Run;

/** However a workbook ends, its servers end too, and another workbook's do not. */
class LeavingNothingBehindIT {
    private static final Duration SOON = Duration.ofSeconds(15);

    private final List<Started> started = new ArrayList<>();

    @TempDir
    Path state;

    /** A workbook in a JVM of its own. */
    private record Started(Process process, String run, List<Long> servers) {
        List<Long> living() {
            return servers.stream()
                    .filter(pid ->
                            ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent())
                    .toList();
        }

        boolean has(String processState) {
            return living().stream().anyMatch(pid -> Signals.state(pid).equals(processState));
        }
    }

    @AfterEach
    void endWhatIsLeft() {
        started.forEach(workbook -> {
            workbook.process().destroyForcibly();
            workbook.living().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
        });
    }

    @Test
    void serversNoticeThatTheirParentWasKilledAndTheNextStartSweepsTheRest() throws Exception {
        Started killed = start();
        Started living = start();
        assertThat(killed.living()).hasSize(3);

        killed.process().destroyForcibly().waitFor();

        // Two end by themselves. The third is paused and cannot notice anything.
        assertThat(Eventually.holds(SOON, () -> killed.living().size() == 1)).isTrue();
        assertThat(killed.has("T")).isTrue();
        List<String> swept;
        try (Run next = Run.begin(state)) {
            assertThat(next.dead()).containsExactly(killed.run());
            swept = new ProcessBackend().sweep(next);
            assertThat(next.dead()).isEmpty();
        }
        assertThat(swept).hasSize(2).anyMatch(line -> line.contains("server process"));
        assertThat(killed.living()).isEmpty();
        assertThat(state.resolve("runs").resolve(killed.run())).doesNotExist();
        assertThat(living.living()).hasSize(3);
        assertThat(living.process().isAlive()).isTrue();
    }

    @Test
    void anEndInGoodOrderLeavesNoServerAndNoFile() throws Exception {
        Started workbook = start();
        workbook.process().getOutputStream().close();
        assertThat(workbook.process().waitFor()).isZero();
        assertThat(workbook.living()).isEmpty();
        assertThat(files(state.resolve("runs"))).isEmpty();
    }

    @Test
    void aTerminatedWorkbookTakesItsServersAlong() throws Exception {
        Started workbook = start();
        // Java's destroy() also closes the streams, so two ways to end meet: end of input, and the signal.
        workbook.process().destroy();
        workbook.process().waitFor();
        Eventually.Sight<List<Long>> living = Eventually.look(SOON, workbook::living, List::isEmpty);
        assertThat(living.value()).as("still living").isEmpty();
    }

    @Test
    void controlCReachesNoServer() throws Exception {
        Started workbook = start();
        assertThat(workbook.servers())
                .allSatisfy(pid -> assertThat(group(pid))
                        .isNotEqualTo(group(ProcessHandle.current().pid())));
    }

    private Started start() throws IOException {
        List<String> command = List.of(
                Child.java(),
                "-XX:TieredStopAtLevel=1",
                "-D" + ServerJars.HOME + "=" + System.getProperty(ServerJars.HOME),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Workbook.class.getName(),
                state.toString());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader output = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        String line = String.valueOf(output.readLine());
        assertThat(line).startsWith("ready ");
        String[] words = line.split(" ");
        List<Long> servers = Stream.of(words[2].split(",")).map(Long::valueOf).toList();
        Started workbook = new Started(process, words[1], servers);
        started.add(workbook);
        return workbook;
    }

    private static String group(long pid) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "pgid=", "-p", String.valueOf(pid)).start();
        return new String(ps.getInputStream().readAllBytes(), UTF_8).strip();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
