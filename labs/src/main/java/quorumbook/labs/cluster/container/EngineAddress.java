package quorumbook.labs.cluster.container;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a Docker engine would answer, by the environment and by custom. */
sealed interface EngineAddress {
    /** As {@code DOCKER_HOST} writes it. */
    URI uri();

    /** A socket that we can question ourselves, in milliseconds. */
    record UnixSocket(Path path) implements EngineAddress {
        @Override
        public URI uri() {
            return URI.create("unix://" + path);
        }
    }

    /** Without TLS. */
    record Tcp(String host, int port) implements EngineAddress {
        @Override
        public URI uri() {
            return URI.create("tcp://" + host + ":" + port);
        }
    }

    /** TLS, a named pipe: left to Testcontainers. */
    record Foreign(URI uri) implements EngineAddress {}

    /** Whether ports that the engine publishes on its loopback are on ours. */
    default boolean isHere() {
        String host = uri().getHost();
        return !(this instanceof Tcp || "tcp".equals(uri().getScheme()) || "ssh".equals(uri().getScheme()))
                || host == null
                || host.equals("localhost")
                || host.startsWith("127.")
                || host.equals("[::1]");
    }

    /** The address that the environment names, or the first custom socket that exists, or else the most customary one. */
    static EngineAddress find(Map<String, String> environment) {
        String named = environment.getOrDefault("DOCKER_HOST", "");
        if (!named.isBlank()) {
            return parse(named.strip(), environment.containsKey("DOCKER_TLS_VERIFY"));
        }
        Path pipe = Path.of("//./pipe/docker_engine");
        if (System.getProperty("os.name").startsWith("Windows") && Files.exists(pipe)) {
            return new Foreign(URI.create("npipe:////./pipe/docker_engine"));
        }
        List<Path> sockets = sockets(environment);
        return new UnixSocket(sockets.stream().filter(Files::exists).findFirst().orElse(sockets.get(0)));
    }

    private static EngineAddress parse(String named, boolean tls) {
        URI uri = URI.create(named);
        if ("unix".equals(uri.getScheme())) {
            return new UnixSocket(Path.of(uri.getPath()));
        }
        return "tcp".equals(uri.getScheme()) && !tls && uri.getPort() > 0
                ? new Tcp(uri.getHost(), uri.getPort())
                : new Foreign(uri);
    }

    private static List<Path> sockets(Map<String, String> environment) {
        Path docker = Path.of(System.getProperty("user.home"), ".docker");
        return Stream.of(
                        Optional.of(Path.of("/var/run/docker.sock")),
                        Optional.ofNullable(environment.get("XDG_RUNTIME_DIR"))
                                .map(folder -> Path.of(folder, "docker.sock")),
                        Optional.of(docker.resolve("run").resolve("docker.sock")),
                        Optional.of(docker.resolve("desktop").resolve("docker.sock")))
                .flatMap(Optional::stream)
                .toList();
    }
}
