package quorumbook.labs.cluster.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The container of one cell: what the engine is asked to do with it. Decides nothing. */
record CellContainer(Engine engine, String id) {
    private static final Logger LOG = LoggerFactory.getLogger(CellContainer.class);

    static CellContainer create(Engine engine, Function<DockerClient, CreateContainerCmd> command) {
        String id = engine.ask(
                "creating a cell", docker -> command.apply(docker).exec().getId());
        return new CellContainer(engine, id);
    }

    /** Connects those streams; returns when they are. */
    void attach(CellStreams.Attached attached) throws InterruptedException {
        engine.ask(
                "attaching to a cell",
                docker -> docker.attachContainerCmd(id)
                        .withStdIn(attached.standardInput())
                        .withStdOut(true)
                        .withStdErr(true)
                        .withFollowStream(true)
                        .exec(attached));
        attached.awaitStarted();
    }

    void start() {
        engine.ask("starting a cell", docker -> docker.startContainerCmd(id).exec());
    }

    /** The id of its process, if the engine runs on this machine and not in a virtual one; 0 if not. */
    long pid() {
        long pid = Optional.ofNullable(engine.ask(
                        "looking at a cell",
                        docker ->
                                docker.inspectContainerCmd(id).exec().getState().getPidLong()))
                .orElse(0L);
        try {
            return Files.readString(Path.of("/proc/" + pid + "/cgroup")).contains(id) ? pid : 0;
        } catch (IOException e) {
            // There is no such process here, or it has ended meanwhile.
            return 0;
        }
    }

    /** Waits for its end; what is left of it then. */
    ContainerState awaitEnd() throws InterruptedException {
        WaitContainerResultCallback waiting = engine.ask(
                "waiting for a cell", docker -> docker.waitContainerCmd(id).exec(new WaitContainerResultCallback()));
        try (waiting) {
            waiting.awaitCompletion();
        } catch (IOException e) {
            LOG.info("the end of a cell was not waited for", e);
        }
        return engine.ask(
                "looking at a cell",
                docker -> docker.inspectContainerCmd(id).exec().getState());
    }

    void kill() {
        engine.ask("ending a cell", docker -> docker.killContainerCmd(id).exec());
    }

    void pause() {
        engine.ask("pausing a cell", docker -> docker.pauseContainerCmd(id).exec());
    }

    void resume() {
        engine.ask("resuming a cell", docker -> docker.unpauseContainerCmd(id).exec());
    }

    void remove() {
        ContainerNode.remove(engine, id);
    }
}
