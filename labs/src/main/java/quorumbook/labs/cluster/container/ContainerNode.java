package quorumbook.labs.cluster.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.api.model.VolumesFrom;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.config.NodeFiles;

/** One server's container: what can be done to it, and what it looks like from outside. Decides nothing. */
record ContainerNode(Engine engine, Labels labels, Recipe recipe, String name, String container) {
    private static final int TERM_SECONDS = 10;
    private static final Map<String, String> BOUNDED_LOG = Map.of("max-size", "8m", "max-file", "2");

    /** Creates the container, on the access network and among its peers, with its files in place; starts nothing. */
    static ContainerNode create(Engine engine, Recipe recipe, String name, Networks networks, Labels labels) {
        NodeId id = recipe.node().id();
        String container = engine.ask(
                "creating " + id,
                docker -> command(docker, recipe, name, networks, labels).exec().getId());
        ContainerNode node = new ContainerNode(engine, labels, recipe, name, container);
        networks.join(id, container);
        node.put(recipe.allFiles());
        return node;
    }

    private static CreateContainerCmd command(
            DockerClient docker, Recipe recipe, String name, Networks networks, Labels labels) {
        ExposedPort inside = ExposedPort.tcp(Place.published(recipe.node()));
        Map<String, String> marks = labels.ofRun();
        marks.put(Labels.NODE, recipe.node().id().toString());
        String alias = recipe.node().id().toString();
        HostConfig host = HostConfig.newHostConfig()
                .withNetworkMode(networks.access())
                .withExtraHosts(networks.addresses().hostsSeenBy(recipe.node().id()))
                // A port chosen by the engine would be open to the network, and another one after every start.
                .withPortBindings(new PortBinding(Ports.Binding.bindIpAndPort("127.0.0.1", recipe.port()), inside))
                .withLogConfig(new LogConfig(LogConfig.LoggingType.JSON_FILE, BOUNDED_LOG));
        recipe.archive().volume().ifPresent(volume -> host.withBinds(Bind.parse(volume)));
        CreateContainerCmd command = docker.createContainerCmd(recipe.image().name())
                .withName(name)
                // Engines hand out the host name as an alias on the access network too, where peers would be looked for
                // in vain.
                .withHostName("server-" + alias)
                .withEntrypoint("java")
                .withCmd(recipe.arguments())
                .withExposedPorts(inside)
                .withLabels(marks)
                .withHostConfig(host);
        recipe.user().ifPresent(command::withUser);
        return command;
    }

    NodeId id() {
        return recipe.node().id();
    }

    /** What the engine says of it; a container that somebody removed is an error. */
    ContainerState state() {
        try {
            return ask(
                    "looking at",
                    docker -> docker.inspectContainerCmd(container).exec().getState());
        } catch (NotFoundException e) {
            throw new ClusterException(
                    "The container " + name + " of " + id() + " was removed by somebody else. Begin the lab anew.", e);
        }
    }

    boolean isRunning() {
        return Boolean.TRUE.equals(state().getRunning());
    }

    void start() {
        effect("starting", docker -> docker.startContainerCmd(container).exec());
    }

    /** TERM, and KILL if that is not heard. */
    void stop() {
        stop(TERM_SECONDS);
    }

    /** TERM, and KILL if that is not heard in so many seconds. */
    void stop(int seconds) {
        Duration patience = Duration.ofSeconds(seconds).plus(Engine.PATIENCE);
        effect(
                "stopping",
                patience,
                docker ->
                        docker.stopContainerCmd(container).withTimeout(seconds).exec());
    }

    void kill() {
        effect("killing", docker -> docker.killContainerCmd(container).exec());
    }

    void pause() {
        effect("pausing", docker -> docker.pauseContainerCmd(container).exec());
    }

    void resume() {
        effect("resuming", docker -> docker.unpauseContainerCmd(container).exec());
    }

    void put(Map<String, byte[]> files) {
        if (!files.isEmpty()) {
            effect(
                    "copying files to",
                    docker -> docker.copyArchiveToContainerCmd(container)
                            .withRemotePath("/")
                            .withTarInputStream(Tar.of(files))
                            .exec());
        }
    }

    /** A file of the data folder, whether or not the container runs. */
    Optional<byte[]> dataFile(String path) {
        return contents().file(recipe.place().data() + "/" + path);
    }

    List<String> log(int lines) {
        return contents().log(lines);
    }

    private Contents contents() {
        return new Contents(engine, container, id().toString());
    }

    /**
     * Empties the data folder of the stopped container, then lays what a new disk would hold.
     *
     * @return the names of what the data folder holds now
     */
    List<String> wipe() {
        empty();
        NodeFiles anew = recipe.anew().get();
        put(recipe.dataFiles(anew));
        return anew.data().keySet().stream().sorted().toList();
    }

    /** Copies the data folder of the stopped container into a file, as the engine gives it out. */
    void keep(Path archive) throws IOException {
        engine.ask("reading the data folder of " + id(), docker -> {
            try (InputStream data = docker.copyArchiveFromContainerCmd(
                            container, recipe.place().data())
                    .exec()) {
                return Files.copy(data, archive);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Lays into the stopped container what {@link #keep} has copied, and nothing else. */
    void putBack(Path archive) {
        empty();
        String data = recipe.place().data();
        // The archive begins with the folder's own name.
        String above = data.substring(0, Math.max(1, data.lastIndexOf('/')));
        effect("setting back", docker -> {
            try (InputStream kept = Files.newInputStream(archive)) {
                docker.copyArchiveToContainerCmd(container)
                        .withRemotePath(above)
                        .withTarInputStream(kept)
                        .exec();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void empty() {
        String data = recipe.place().data();
        List<String> left = Errand.run(
                        engine,
                        "wiping " + id(),
                        "",
                        Map.of(),
                        docker -> docker.createContainerCmd(recipe.image().name())
                                .withEntrypoint("sh")
                                .withCmd("-c", "rm -rf " + data + "/* " + data + "/.[!.]*; ls -A " + data)
                                .withUser("0:0")
                                .withLabels(labels.ofRun())
                                .withHostConfig(HostConfig.newHostConfig()
                                        .withNetworkMode("none")
                                        .withVolumesFrom(new VolumesFrom(container))))
                .said();
        if (!left.isEmpty()) {
            throw new ClusterException("wiping " + id() + " left " + String.join(", ", left) + " in its data folder");
        }
    }

    /** Removes the container and its volumes, running or not. */
    void remove() {
        remove(engine, container);
    }

    static void remove(Engine engine, String container) {
        remove(engine, container, true);
    }

    static void remove(Engine engine, String container, boolean itsVolumes) {
        try {
            engine.ask(
                    "removing a container",
                    docker -> docker.removeContainerCmd(container)
                            .withForce(true)
                            .withRemoveVolumes(itsVolumes)
                            .exec());
        } catch (NotFoundException | ConflictException e) {
            // Gone already, or being removed by somebody else.
        }
    }

    private void effect(String doing, Consumer<DockerClient> command) {
        effect(doing, Engine.PATIENCE, command);
    }

    private void effect(String doing, Duration patience, Consumer<DockerClient> command) {
        try {
            engine.ask(doing + " " + id(), patience, docker -> {
                command.accept(docker);
                return Boolean.TRUE;
            });
        } catch (NotModifiedException e) {
            // It is so already, which is for the proof to see.
        }
    }

    private <T> T ask(String doing, Function<DockerClient, T> question) {
        return engine.ask(doing + " " + id(), question);
    }
}
