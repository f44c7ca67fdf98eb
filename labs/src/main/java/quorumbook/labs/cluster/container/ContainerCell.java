package quorumbook.labs.cluster.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.DockerException;
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
    private final CellStreams streams = new CellStreams();
    private final CompletableFuture<End> end = new CompletableFuture<>();
    // Guarded by this.
    private Optional<CellContainer> running = Optional.empty();
    private Optional<CellStreams.Attached> heard = Optional.empty();
    private boolean unwanted;
    private boolean paused;
    private volatile long pid;

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
        Optional<CellStreams.Attached> attached = Optional.empty();
        try {
            CellContainer container = CellContainer.create(engine, creation.get());
            try {
                attached = begin(container);
                if (attached.isPresent()) {
                    pid = container.pid();
                    how = await(container);
                    attached.get().awaitCompletion(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
                }
            } finally {
                remove(container);
            }
        } catch (ClusterException | DockerException e) {
            streams.say(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            attached.ifPresent(CellStreams.Attached::detach);
            streams.end();
            end.complete(how);
        }
    }

    /** Attaches, then starts it; nothing if it was ended before. */
    private Optional<CellStreams.Attached> begin(CellContainer container) throws InterruptedException {
        if (isUnwanted()) {
            return Optional.empty();
        }
        CellStreams.Attached attached = streams.new Attached();
        container.attach(attached);
        synchronized (this) {
            if (unwanted) {
                return Optional.empty();
            }
            running = Optional.of(container);
            heard = Optional.of(attached);
            container.start();
        }
        return Optional.of(attached);
    }

    private End await(CellContainer container) throws InterruptedException {
        ContainerState state = container.awaitEnd();
        long status = Optional.ofNullable(state.getExitCodeLong()).orElse((long) KILLED);
        boolean outOfMemory = Boolean.TRUE.equals(state.getOOMKilled()) && status == KILLED && !isUnwanted();
        return new End((int) status, outOfMemory ? Optional.of(Limit.MEMORY) : Optional.empty());
    }

    private synchronized boolean isUnwanted() {
        return unwanted;
    }

    private void remove(CellContainer container) {
        synchronized (this) {
            running = Optional.empty();
        }
        pid = 0;
        container.remove();
    }

    @Override
    public InputStream output() {
        return streams.output();
    }

    @Override
    public InputStream errors() {
        return streams.errors();
    }

    /** Closing it lets go of the cell: the client that we use has no other way to end what the cell reads. */
    @Override
    public OutputStream input() {
        return streams.input(this::letGo);
    }

    private void letGo() {
        Optional<CellStreams.Attached> attached;
        synchronized (this) {
            attached = heard;
        }
        if (attached.filter(CellStreams.Attached::hasSpoken).isPresent()) {
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
        Optional<CellContainer> container;
        synchronized (this) {
            if (unwanted) {
                return;
            }
            unwanted = true;
            paused = false;
            container = running;
        }
        // What it still says is nobody's any more.
        streams.breakOff();
        container.ifPresent(each -> {
            Thread thread = new Thread(() -> killNow(each), "quorumbook-cell-kill");
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** An engine that has much to do may be late; one that does not answer at all must not hold up whoever waits for the end. */
    private void killNow(CellContainer container) {
        for (int attempt = 0; attempt < ATTEMPTS && isAlive(); attempt++) {
            try {
                container.kill();
                return;
            } catch (DockerException e) {
                // It has ended meanwhile.
                return;
            } catch (ClusterException e) {
                LOG.warn("a cell was not ended, and is tried again", e);
            }
        }
        streams.endOutput();
        end.complete(new End(KILLED, Optional.empty()));
    }

    @Override
    public synchronized void pause() throws IOException {
        if (running.isPresent() && !paused) {
            verb("pausing a cell", running.get()::pause);
            paused = true;
        }
    }

    @Override
    public synchronized void resume() throws IOException {
        if (running.isPresent() && paused) {
            verb("resuming a cell", running.get()::resume);
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
        return pid;
    }
}
