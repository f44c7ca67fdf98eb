package quorumbook.labs.cluster.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cell.Cell;
import quorumbook.labs.cell.Furniture;
import quorumbook.labs.cluster.Run;

/** A cell is spoken to, frozen, ended, and gone afterwards, with nothing of it left. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ContainerCellsIT {
    private final ContainerCells cells = new ContainerCells();
    private final Engine engine = Engine.connect(EngineAddress.find(System.getenv()));

    @TempDir
    Path folder;

    private Run run;
    private Cell cell;
    private BufferedReader said;

    @BeforeEach
    void open() throws IOException {
        Engines.required();
        run = Run.begin(folder.resolve("state"));
        Furniture parrot = new Furniture(List.of(jar()), List.of("-XX:+UseSerialGC"), Parrot.class.getName(), 32);
        cell = cells.open(parrot, run);
        said = new BufferedReader(new InputStreamReader(cell.output(), StandardCharsets.UTF_8));
    }

    @AfterEach
    void close() throws InterruptedException {
        if (cell != null) {
            cell.kill();
            cell.end();
            assertThat(containers()).isEmpty();
            engine.ask(
                            "looking for volumes",
                            docker -> docker.listVolumesCmd()
                                    .withFilter(
                                            "label",
                                            List.of("quorumbook.cell="
                                                    + Labels.of(run).home()))
                                    .exec())
                    .getVolumes()
                    .forEach(volume -> engine.ask(
                            "removing a volume",
                            docker -> docker.removeVolumeCmd(volume.getName()).exec()));
            run.close();
        }
    }

    private Path jar() throws IOException {
        Path jar = folder.resolve("parrot.jar");
        String name = Parrot.class.getName().replace('.', '/') + ".class";
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(Parrot.class.getClassLoader().getResourceAsStream(name).readAllBytes());
            zip.closeEntry();
        }
        return jar;
    }

    private List<?> containers() {
        return engine.ask(
                "looking for cells",
                docker -> docker.listContainersCmd()
                        .withShowAll(true)
                        .withFilter("label", List.of(Labels.RUN + "=" + run.id()))
                        .exec());
    }

    private void say(String line) throws IOException {
        cell.input().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void itSpeaksByItsStreamsAndTheEndOfItsInputIsItsEnd() throws Exception {
        assertThat(said.readLine()).isEqualTo("ready");
        say("good morning, 世界");
        assertThat(said.readLine()).isEqualTo("good morning, 世界");
        cell.input().close();
        assertThat(cell.end().status()).isEqualTo(7);
        assertThat(cell.end().limit()).isEmpty();
        assertThat(said.readLine()).isNull();
        assertThat(cell.isAlive()).isFalse();
        assertThat(containers()).isEmpty();
    }

    @Test
    void itStandsStillWhileItIsPaused() throws Exception {
        assertThat(said.readLine()).isEqualTo("ready");
        cell.pause();
        assertThat(cell.isPaused()).isTrue();
        say("late");
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return said.readLine();
            } catch (IOException e) {
                return e.toString();
            }
        });
        assertThat(cell.awaitEnd(700, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(answer).isNotDone();
        cell.resume();
        assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo("late");
        cell.pause();
        cell.kill();
        assertThat(cell.end().status()).isEqualTo(137);
        assertThat(cell.end().limit()).isEmpty();
    }

    @Test
    void itsProcessorTimeCanBeReadWhereTheEngineIsOnThisMachine() throws Exception {
        Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/cgroup")), "engines of other systems are elsewhere");
        assertThat(said.readLine()).isEqualTo("ready");
        assertThat(Eventually.holds(Duration.ofSeconds(20), () -> cell.pid() != 0))
                .isTrue();
        assertThat(ProcessHandle.of(cell.pid()).orElseThrow().info().totalCpuDuration())
                .isPresent();
        cell.kill();
        cell.end();
        assertThat(cell.pid()).isZero();
    }

    @Test
    void itMayBeEndedBeforeItHasBegun() throws Exception {
        cell.kill();
        assertThat(cell.awaitEnd(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void itEndsWithTheProgramThatHoldsIt() throws Exception {
        Process workbook = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CellHolder.class.getName(),
                        folder.resolve("state").toString(),
                        jar().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader words = workbook.inputReader()) {
            String other = words.readLine();
            assertThat(running(other)).hasSize(1);
            workbook.destroyForcibly().waitFor();
            assertThat(Eventually.holds(
                            Duration.ofSeconds(20), () -> running(other).isEmpty()))
                    .isTrue();
        } finally {
            workbook.destroyForcibly().waitFor();
        }
        assertThat(new Sweep(engine, Labels.of(run), run).dead()).isNotEmpty();
        assertThat(said.readLine()).isEqualTo("ready");
    }

    private List<?> running(String ofRun) {
        return engine.ask(
                "looking for cells",
                docker -> docker.listContainersCmd()
                        .withFilter("label", List.of(Labels.RUN + "=" + ofRun))
                        .exec());
    }
}
