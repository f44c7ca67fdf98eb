package quorumbook.labs.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallFolderTest {
    @TempDir
    private Path temporary;

    private Path home;
    private InstallFolder installed;

    @BeforeEach
    void aHome() {
        home = temporary.resolve("home");
        installed = new InstallFolder(home.resolve("install-7"));
    }

    private void work(String text) throws IOException {
        Path own = Files.createDirectories(installed.folder().resolve("zk1"));
        Files.writeString(own.resolve("zoo.cfg"), text);
    }

    @Test
    void beginsEmpty() {
        installed.prepare();
        installed.prepare();

        assertThat(installed.folder()).isEmptyDirectory();
        assertThat(home).isDirectoryNotContaining("glob:**-before");
    }

    @Test
    void putsWorkAside() throws IOException {
        installed.prepare();
        work("tickTime=1");
        installed.prepare();

        assertThat(installed.folder()).isEmptyDirectory();
        assertThat(home.resolve("install-7-before/zk1/zoo.cfg")).hasContent("tickTime=1");
    }

    @Test
    void leavesNothingWhenItIsCleared() throws IOException {
        installed.prepare();
        work("tickTime=1");
        installed.clear();

        assertThat(home).doesNotExist();
    }

    @Test
    void keepsWhatWasPutAsideWhenItIsCleared() throws IOException {
        work("a learner's");
        installed.prepare();
        work("a submission's");
        installed.clear();

        assertThat(installed.folder()).doesNotExist();
        assertThat(home.resolve("install-7-before/zk1/zoo.cfg")).hasContent("a learner's");
    }
}
