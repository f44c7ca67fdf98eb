package quorumbook.labs.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.Ensemble;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.cluster.Run;
import quorumbook.labs.cluster.Software;

/** Class-data archives: made by themselves, used if they fit, never in the way. */
class ArchivesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path state;

    @Test
    void areMadeOnceUsedAndPassedOverWhenCorrupt() throws IOException {
        ProcessBackend backend = new ProcessBackend();
        try (Run run = Run.begin(state)) {
            Archives archives = Workshop.at(state).archives();
            assertThat(archives.of(Software.ZOOKEEPER)).isEmpty();

            backend.train(run, Software.ZOOKEEPER);
            Path archive = archives.of(Software.ZOOKEEPER).orElseThrow();
            assertThat(usedBy(backend, run)).contains(archive.getFileName().toString());

            corrupt(archive);
            assertThat(Workshop.at(state).archives().of(Software.ZOOKEEPER)).isEmpty();
            assertThat(usedBy(new ProcessBackend(), run)).doesNotContain("SharedArchiveFile");
        }
        assertThat(state.resolve("runs")).isEmptyDirectory();
    }

    @Test
    void areNotMadeWhileAnotherWorkbookMakesThem() throws IOException {
        Path folder = Files.createDirectories(state.resolve("cds"));
        try (FileChannel other =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = other.lock();
                Run run = Run.begin(state)) {
            assertThat(lock.isValid()).isTrue();
            new ProcessBackend().train(run, Software.ZOOKEEPER);
            assertThat(Workshop.at(state).archives().of(Software.ZOOKEEPER)).isEmpty();
        }
    }

    /** Starts a server and returns its command line. */
    private static String usedBy(ProcessBackend backend, Run run) throws IOException {
        try (Cluster cluster = backend.launch(Ensemble.standalone(), run, Progress.silent())) {
            cluster.awaitReady(PATIENCE, Progress.silent());
            ProcessHandle server = ProcessHandle.current()
                    .children()
                    .filter(child -> child.info().commandLine().orElse("").contains("quorumbook.run=" + run.id()))
                    .findFirst()
                    .orElseThrow();
            return server.info().commandLine().orElseThrow();
        }
    }

    private static void corrupt(Path archive) throws IOException {
        byte[] bytes = Files.readAllBytes(archive);
        for (int i = bytes.length / 2; i < bytes.length / 2 + 4096; i++) {
            bytes[i] ^= 0x55;
        }
        Files.delete(archive);
        Files.write(archive, bytes);
    }
}
