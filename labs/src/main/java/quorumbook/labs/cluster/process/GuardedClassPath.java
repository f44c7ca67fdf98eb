package quorumbook.labs.cluster.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import quorumbook.labs.cluster.Software;

/** The class path of each line-up: the guard, then the server's jars, in the same order at each start. */
final class GuardedClassPath {
    private final Path guard;
    private final ServerJars servers;

    private GuardedClassPath(Path guard, ServerJars servers) {
        this.guard = guard;
        this.servers = servers;
    }

    static GuardedClassPath of(Path state, ServerJars servers) throws IOException {
        return new GuardedClassPath(GuardJar.in(state), servers);
    }

    List<Path> jars(Software software) {
        return Stream.concat(Stream.of(guard), servers.required(software).stream())
                .toList();
    }

    String text(Software software) {
        return jars(software).stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
