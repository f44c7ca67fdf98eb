package quorumbook.repl.engine;

import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.repl.jvm.Launch;

/** JVMs that are forked ahead, for copies of the learner's program: the fourth is there as fast as the first. */
public final class WarmPool implements AutoCloseable {
    private static final int ENOUGH_MEGABYTES = 128;

    /** Not at once: who has just run copies may be about to end. */
    private static final Executor SOON = CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);

    private final Launch launch;
    // Guarded by this.
    private final Deque<WarmJvm> warm = new ArrayDeque<>();
    private int expected;
    private boolean closed;

    private WarmPool(Launch launch) {
        this.launch = launch;
    }

    /** Starts nothing yet. */
    public static WarmPool of(Settings settings) {
        return new WarmPool(settings.withHeap(ENOUGH_MEGABYTES).launch());
    }

    /** So many JVMs are forked now, and as many again some time after they were taken. Does not wait for them. */
    public synchronized void expect(int copies) {
        expected = copies;
        while (warm.size() > copies) {
            warm.removeLast().jvm().kill();
        }
        refill();
    }

    /** Whether so many of them have come up. */
    public synchronized boolean has(int copies) {
        return warm.stream().filter(each -> each.jvm().isUp()).count() >= copies;
    }

    private synchronized void refill() {
        while (!closed && warm.size() < expected) {
            warm.add(WarmJvm.fork(launch));
        }
    }

    /** To be called when no copy runs any more: while they do, new JVMs would take the processor from them. */
    void refillSoon() {
        SOON.execute(this::refill);
    }

    /** One that is forked already, or a new one. */
    synchronized WarmJvm take() {
        if (closed) {
            throw new ClusterException("The workbook is closing.");
        }
        while (!warm.isEmpty()) {
            WarmJvm first = warm.removeFirst();
            if (first.jvm().isAlive()) {
                return first;
            }
        }
        try {
            return WarmJvm.fork(launch);
        } catch (UncheckedIOException e) {
            throw new ClusterException(e.getMessage() + " Free some memory, then try again.", e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        warm.forEach(each -> each.jvm().kill());
        warm.clear();
    }
}
