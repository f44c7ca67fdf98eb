package quorumbook.labs.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSumTest {
    private static final NodeId ZK1 = NodeId.zk(1);

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("data/version-2"));
        Files.writeString(folder.resolve("data/myid"), "1\n");
        Files.writeString(folder.resolve("data/version-2/log.1"), "create");
    }

    @Test
    void aCopyHasTheSameSum() throws IOException {
        Folders.copy(folder.resolve("data"), folder.resolve("copy"));

        assertThat(DataSum.of(folder.resolve("copy"))).isEqualTo(DataSum.of(folder.resolve("data")));
        assertThat(DataSum.of(folder.resolve("data")).toString()).startsWith("2 files of 8 bytes (sha-256 ");
    }

    @Test
    void anotherNameOrAnotherByteIsAnotherSum() throws IOException {
        DataSum before = DataSum.of(folder.resolve("data"));
        Files.writeString(folder.resolve("data/version-2/log.1"), "delete");
        DataSum otherByte = DataSum.of(folder.resolve("data"));
        Files.move(folder.resolve("data/version-2/log.1"), folder.resolve("data/version-2/log.2"));
        DataSum otherName = DataSum.of(folder.resolve("data"));

        assertThat(before).isNotEqualTo(otherByte);
        assertThat(otherByte).isNotEqualTo(otherName);
    }

    @Test
    void whatIsMissingHasTheSumOfNothing() throws IOException {
        assertThat(DataSum.of(folder.resolve("none"))).isEqualTo(DataSum.ofNothing());
    }

    @Test
    void settingBackIsProvedByWhatWasThereAndWhatIs() throws IOException {
        DataSum late = DataSum.of(folder.resolve("data"));
        DataSum early = DataSum.ofNothing();

        assertThat(DataSum.setBack(ZK1, late, early, early)).hasSize(2);
        assertThatThrownBy(() -> DataSum.setBack(ZK1, early, early, early))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("nothing to set back");
        assertThatThrownBy(() -> DataSum.setBack(ZK1, late, early, late))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("to be set back to 0 files");
    }
}
