package quorumbook.labs.cluster.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Software;

class ServerJarsTest {
    @Test
    void missingJarsAreNamedWithTheFolderAndTheCommandThatBringsThem(@TempDir Path empty) {
        ServerJars jars = new ServerJars(empty);
        assertThat(jars.missing())
                .hasValueSatisfying(
                        sentence -> assertThat(sentence).contains("zookeeper").contains(empty.toString()));
        assertThatThrownBy(() -> jars.required(Software.KAFKA))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("kafka-4")
                .hasMessageContaining("mvn package");
    }
}
