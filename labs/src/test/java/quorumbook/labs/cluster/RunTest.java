package quorumbook.labs.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTest {
    @TempDir
    Path state;

    @Test
    void aRunIsAliveForOthersUntilItIsClosed() {
        try (Run one = Run.begin(state)) {
            Run other = Run.begin(state);
            assertThat(one.isAlive(other.id())).isTrue();
            assertThat(one.dead()).isEmpty();
            other.close();
            assertThat(one.isAlive(other.id())).isFalse();
        }
    }

    @Test
    void aFolderLeftByARunIsDeadAndCanBeForgotten() throws IOException {
        try (Run one = Run.begin(state)) {
            Run other = Run.begin(state);
            Files.writeString(other.folder().resolve("left"), "data");
            other.close();
            assertThat(one.dead()).containsExactly(other.id());
            one.forget(other.id());
            assertThat(one.dead()).isEmpty();
            assertThat(one.folder(other.id())).doesNotExist();
        }
    }

    @Test
    void forgettingALivingRunIsRefused() {
        try (Run one = Run.begin(state);
                Run other = Run.begin(state)) {
            assertThatThrownBy(() -> one.forget(other.id())).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aRunThatLeftNothingIsGoneWithoutATrace() {
        Run run = Run.begin(state);
        run.close();
        assertThat(state.resolve("runs")).isEmptyDirectory();
        assertThat(state.resolve("locks")).isEmptyDirectory();
    }

    @Test
    void aStateFolderThatCannotBeWrittenIsASentence() throws IOException {
        Path file = Files.writeString(state.resolve("file"), "");
        assertThatThrownBy(() -> Run.begin(file))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("QUORUMBOOK_STATE");
    }
}
