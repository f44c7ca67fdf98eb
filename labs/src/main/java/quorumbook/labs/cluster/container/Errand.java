package quorumbook.labs.cluster.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.exception.DockerClientException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import quorumbook.labs.cluster.ClusterException;

/** A container that does one small thing and is removed. */
final class Errand {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LINES = 20;

    /** @param file the file asked for, empty if it left none */
    record Outcome(List<String> said, Optional<byte[]> file) {}

    private Errand() {}

    /**
     * Runs it to its end.
     *
     * @param doing as in "while wiping zk1"
     * @param leaves absolute path of a file to bring back
     * @param finds files that it finds, by absolute path
     * @throws ClusterException if it failed; the message ends with what it said
     */
    static Outcome run(
            Engine engine,
            String doing,
            String leaves,
            Map<String, byte[]> finds,
            Function<DockerClient, CreateContainerCmd> command) {
        String container =
                engine.ask(doing, docker -> command.apply(docker).exec().getId());
        try {
            if (!finds.isEmpty()) {
                engine.ask(
                        doing,
                        docker -> docker.copyArchiveToContainerCmd(container)
                                .withRemotePath("/")
                                .withTarInputStream(Tar.of(finds))
                                .exec());
            }
            int code = engine.ask(doing, PATIENCE, docker -> {
                docker.startContainerCmd(container).exec();
                return docker.waitContainerCmd(container)
                        .exec(new WaitContainerResultCallback())
                        .awaitStatusCode(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            });
            Contents contents = new Contents(engine, container, "a helper container");
            List<String> said = contents.log(LINES);
            if (code != 0) {
                throw new ClusterException(doing + " failed: " + String.join(" ", said));
            }
            return new Outcome(said, leaves.isEmpty() ? Optional.empty() : contents.file(leaves));
        } catch (DockerClientException e) {
            throw new ClusterException(doing + " failed: " + e.getMessage(), e);
        } finally {
            ContainerNode.remove(engine, container);
        }
    }
}
