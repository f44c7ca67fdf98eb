package quorumbook.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import quorumbook.labs.await.Eventually;

/** How the shell script has the class-data archive made, with a JDK that only writes the file. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTrainingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String WRITES = """
            #!/bin/sh
            for each; do
                case $each in
                    -XX:ArchiveClassesAtExit=*) echo archive >"${each#*=}" ;;
                esac
            done
            """;
    private static final String FAILS = "#!/bin/sh\nexit 1\n";

    @TempDir
    Path temp;

    private LaunchedProject project;
    private Path archive;
    private Path mark;

    @BeforeEach
    void layAProject() throws IOException {
        project = LaunchedProject.in(temp);
        archive = project.folder().resolve("repl/target/app/17.0.9.jsa");
        mark = project.folder().resolve("repl/target/app/17.0.9.jsa.untrained");
    }

    private void startWith(String java) throws Exception {
        LaunchedProject.program(project.jdk().resolve("bin/java"), java);
        project.run(Map.of("QUORUMBOOK_TRAINING", "on"));
    }

    private static String dead() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        return process.pid() + "\n";
    }

    private boolean isMade() {
        return Files.exists(archive) && !Files.exists(mark);
    }

    private boolean isMarked(String word) throws IOException {
        return Files.exists(mark) && Files.readString(mark).equals(word);
    }

    @Test
    void makesTheArchiveInTheBackground() throws Exception {
        startWith(WRITES);

        assertThat(Eventually.holds(PATIENCE, this::isMade)).isTrue();
    }

    @Test
    void triesAgainWhatWasEndedBeforeItCouldTell() throws Exception {
        Files.writeString(mark, dead());

        startWith(WRITES);

        assertThat(Eventually.holds(PATIENCE, this::isMade)).isTrue();
    }

    @Test
    void leavesItToWhoIsAtIt() throws Exception {
        String other = ProcessHandle.current().pid() + "\n";
        Files.writeString(mark, other);

        startWith(WRITES);

        assertThat(mark).hasContent(other);
    }

    @Test
    void doesNotTryAgainWhatHasFailed() throws Exception {
        startWith(FAILS);
        assertThat(Eventually.holds(PATIENCE, () -> isMarked("failed\n"))).isTrue();

        startWith(WRITES);

        assertThat(mark).hasContent("failed");
    }
}
