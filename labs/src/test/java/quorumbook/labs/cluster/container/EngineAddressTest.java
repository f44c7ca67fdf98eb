package quorumbook.labs.cluster.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EngineAddressTest {
    @Test
    void obeysDockerHost() {
        EngineAddress address = EngineAddress.find(Map.of("DOCKER_HOST", "unix:///somewhere/docker.sock"));

        assertThat(address).isEqualTo(new EngineAddress.UnixSocket(Path.of("/somewhere/docker.sock")));
        assertThat(address.uri()).hasToString("unix:///somewhere/docker.sock");
        assertThat(address.isHere()).isTrue();
    }

    @Test
    void knowsThatPortsOfAnotherMachineCannotBeReached() {
        assertThat(EngineAddress.find(Map.of("DOCKER_HOST", "tcp://build.example:2375"))
                        .isHere())
                .isFalse();
        assertThat(EngineAddress.find(Map.of("DOCKER_HOST", "ssh://me@build.example"))
                        .isHere())
                .isFalse();
        assertThat(EngineAddress.find(Map.of("DOCKER_HOST", "tcp://127.0.0.1:2375"))
                        .isHere())
                .isTrue();
    }

    @Test
    void leavesTlsToTestcontainers() {
        EngineAddress address =
                EngineAddress.find(Map.of("DOCKER_HOST", "tcp://localhost:2376", "DOCKER_TLS_VERIFY", "1"));

        assertThat(address).isEqualTo(new EngineAddress.Foreign(URI.create("tcp://localhost:2376")));
    }
}
