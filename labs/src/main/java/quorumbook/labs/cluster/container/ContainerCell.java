package quorumbook.labs.cluster.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.StreamType;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quorumbook.labs.cell.Cell;
import quorumbook.labs.cell.Limit;
import quorumbook.labs.cluster.ClusterException;

/**
 * A JVM in a container of its own, from its creation to its removal, both in the background. We are attached before it
 * starts, and its standard input ends with us: so it ends when this program does, however that ends.
 */
final class ContainerCell implements Cell {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerCell.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);
    private static final int NOT_STARTED = 125;
    private static final int KILLED = 137;
    private static final int ATTEMPTS = 3;

    private final Engine engine;
    private final BytePipe in = new BytePipe();
    private final BytePipe out = new BytePipe();
    private final BytePipe err = new BytePipe();
    private final CompletableFuture<End> end = new CompletableFuture<>();
    // Guarded by this.
    private Optional<String> container = Optional.empty();
    private Optional<Attached> heard = Optional.empty();
    private boolean unwanted;
    private boolean paused;

    private ContainerCell(Engine engine) {
        this.engine = engine;
    }

    /** @param creation is asked on a thread of the cell's own how it is created */
    static ContainerCell open(Engine engine, Supplier<Function<DockerClient, CreateContainerCmd>> creation) {
        ContainerCell cell = new ContainerCell(engine);
        Thread thread = new Thread(() -> cell.live(creation), "quorumbook-cell");
        thread.setDaemon(true);
        thread.start();
        return cell;
    }

    private void live(Supplier<Function<DockerClient, CreateContainerCmd>> creation) {
        End how = new End(NOT_STARTED, Optional.empty());
        Optional<Attached> attached = Optional.empty();
        try {
            Function<DockerClient, CreateContainerCmd> command = creation.get();
            String id = engine.ask(
                    "creating a cell", docker -> command.apply(docker).exec().getId());
            try {
                attached = begin(id);
                if (attached.isPresent()) {
                    how = await(id);
                    attached.get().awaitCompletion(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
                }
            } finally {
                remove(id);
            }
        } catch (ClusterException | DockerException e) {
            say(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            attached.ifPresent(Attached::detach);
            in.breakOff();
            out.end();
            err.end();
            end.complete(how);
        }
    }

    /** Attaches, then starts it; nothing if it was ended before. */
    private Optional<Attached> begin(String id) throws InterruptedException {
        if (isUnwanted()) {
            return Optional.empty();
        }
        Attached attached = new Attached();
        engine.ask(
                "attaching to a cell",
                docker -> docker.attachContainerCmd(id)
                        .withStdIn(in.output())
                        .withStdOut(true)
                        .withStdErr(true)
                        .withFollowStream(true)
                        .exec(attached));
        attached.awaitStarted();
        synchronized (this) {
            if (unwanted) {
                return Optional.empty();
            }
            container = Optional.of(id);
            heard = Optional.of(attached);
            engine.ask("starting a cell", docker -> docker.startContainerCmd(id).exec());
        }
        return Optional.of(attached);
    }

    private End await(String id) throws InterruptedException {
        WaitContainerResultCallback waiting = engine.ask(
                "waiting for a cell", docker -> docker.waitContainerCmd(id).exec(new WaitContainerResultCallback()));
        try (waiting) {
            waiting.awaitCompletion();
        } catch (IOException e) {
            LOG.info("the end of a cell was not waited for", e);
        }
        ContainerState state = engine.ask(
                "looking at a cell",
                docker -> docker.inspectContainerCmd(id).exec().getState());
        long status = Optional.ofNullable(state.getExitCodeLong()).orElse((long) KILLED);
        boolean outOfMemory = Boolean.TRUE.equals(state.getOOMKilled()) && status == KILLED && !isUnwanted();
        return new End((int) status, outOfMemory ? Optional.of(Limit.MEMORY) : Optional.empty());
    }

    private synchronized boolean isUnwanted() {
        return unwanted;
    }

    private void remove(String id) {
        synchronized (this) {
            container = Optional.empty();
        }
        ContainerNode.remove(engine, id);
    }

    private void say(String sentence) {
        try {
            err.input().write((sentence + "\n").getBytes(UTF_8));
        } catch (IOException e) {
            LOG.info("nobody hears that {}", sentence, e);
        }
    }

    @Override
    public InputStream output() {
        return out.output();
    }

    @Override
    public InputStream errors() {
        return err.output();
    }

    /** Closing it lets go of the cell: the client that we use has no other way to end what the cell reads. */
    @Override
    public OutputStream input() {
        return new FilterOutputStream(in.input()) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                out.write(bytes, from, length);
            }

            @Override
            public void close() throws IOException {
                out.close();
                letGo();
            }
        };
    }

    private void letGo() {
        Optional<Attached> attached;
        synchronized (this) {
            attached = heard;
        }
        if (attached.filter(Attached::hasSpoken).isPresent()) {
            attached.get().detach();
        } else {
            // The client cannot let go of a connection that it has not quite made.
            kill();
        }
    }

    @Override
    public boolean isAlive() {
        return !end.isDone();
    }

    @Override
    public void kill() {
        Optional<String> id;
        synchronized (this) {
            if (unwanted) {
                return;
            }
            unwanted = true;
            paused = false;
            id = container;
        }
        // What it still says is nobody's any more: unread it would hold up the engine, which waits for it to be taken.
        in.breakOff();
        out.breakOff();
        err.breakOff();
        id.ifPresent(each -> {
            Thread thread = new Thread(() -> killNow(each), "quorumbook-cell-kill");
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** An engine that has much to do may be late; one that does not answer at all must not hold up whoever waits for the end. */
    private void killNow(String id) {
        for (int attempt = 0; attempt < ATTEMPTS && isAlive(); attempt++) {
            try {
                engine.ask(
                        "ending a cell", docker -> docker.killContainerCmd(id).exec());
                return;
            } catch (DockerException e) {
                // It has ended meanwhile.
                return;
            } catch (ClusterException e) {
                LOG.warn("a cell was not ended, and is tried again", e);
            }
        }
        out.end();
        err.end();
        end.complete(new End(KILLED, Optional.empty()));
    }

    @Override
    public synchronized void pause() throws IOException {
        if (container.isPresent() && !paused) {
            String id = container.get();
            verb(
                    "pausing a cell",
                    () -> engine.ask(
                            "pausing a cell",
                            docker -> docker.pauseContainerCmd(id).exec()));
            paused = true;
        }
    }

    @Override
    public synchronized void resume() throws IOException {
        if (container.isPresent() && paused) {
            String id = container.get();
            verb(
                    "resuming a cell",
                    () -> engine.ask(
                            "resuming a cell",
                            docker -> docker.unpauseContainerCmd(id).exec()));
        }
        paused = false;
    }

    private static void verb(String doing, Runnable verb) throws IOException {
        try {
            verb.run();
        } catch (ClusterException | DockerException e) {
            throw new IOException(doing + " failed: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized boolean isPaused() {
        return paused;
    }

    @Override
    public boolean awaitEnd(long time, TimeUnit unit) throws InterruptedException {
        try {
            end.get(time, unit);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public End end() throws InterruptedException {
        try {
            return end.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public long pid() {
        return 0;
    }

    /** Our end of its streams. What nobody reads waits in the engine, and so in the program itself. */
    private final class Attached extends ResultCallback.Adapter<Frame> {
        private volatile boolean spoken;

        boolean hasSpoken() {
            return spoken;
        }

        @Override
        public void onNext(Frame frame) {
            spoken = true;
            try {
                (frame.getStreamType() == StreamType.STDERR ? err : out).input().write(frame.getPayload());
            } catch (IOException e) {
                // Whoever read it has left.
                LOG.debug("unheard words of a cell", e);
            }
        }

        void detach() {
            try {
                close();
            } catch (IOException e) {
                LOG.info("a cell was not let go of", e);
            }
        }
    }
}
