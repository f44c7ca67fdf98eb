package quorumbook.repl.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentJarTest {
    @TempDir
    Path folder;

    @Test
    void holdsTheAgentAndNothingElseOfTheWorkbook() throws IOException {
        try (ZipFile jar = new ZipFile(AgentJar.of(folder).toFile())) {
            assertThat(jar.stream().map(Object::toString))
                    .contains("quorumbook/agent/Agent.class")
                    .allMatch(name -> name.startsWith("quorumbook/agent/") || name.startsWith("REPL/"));
        }
    }

    @Test
    void leavesNothingWhereItCannotBeMade() throws IOException {
        Path source = Files.writeString(folder.resolve("no.jar"), "no zip");
        Path place = Files.createDirectory(folder.resolve("run"));

        assertThatThrownBy(() -> AgentJar.of(place, source)).isInstanceOf(Exception.class);

        assertThat(place).isEmptyDirectory();
    }
}
