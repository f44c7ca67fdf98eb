package quorumbook.labs.workload;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import quorumbook.labs.await.Eventually;

/** Repeats a step on a thread of its own while something else happens, until it is closed. */
public final class Background implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final AtomicInteger done = new AtomicInteger();
    private final Thread thread;
    private volatile boolean stopping;
    private volatile Optional<Exception> failure = Optional.empty();

    /** What is repeated. */
    @FunctionalInterface
    public interface Step {
        /** @param number 0 for the first */
        void take(int number) throws Exception;
    }

    private Background(String name, Step step) {
        thread = new Thread(() -> run(step), "quorumbook-workload " + name);
        thread.setDaemon(true);
    }

    public static Background repeat(String name, Step step) {
        Background background = new Background(name, step);
        background.thread.start();
        return background;
    }

    private void run(Step step) {
        try {
            while (!stopping) {
                step.take(done.get());
                done.incrementAndGet();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            failure = Optional.of(e);
        }
    }

    /** How many steps have ended. */
    public int done() {
        return done.get();
    }

    /** Waits until so many more steps have ended; tells whether they did before {@code deadline} passed. */
    public boolean awaitMore(int steps, Duration deadline) throws InterruptedException {
        int wanted = done.get() + steps;
        return Eventually.holds(deadline, () -> done.get() >= wanted || !thread.isAlive()) && done.get() >= wanted;
    }

    /**
     * Lets the step that is being taken end, and takes no other.
     *
     * @throws IllegalStateException if a step failed with something that is no outcome, or does not end
     */
    @Override
    public void close() throws InterruptedException {
        stopping = true;
        thread.join(PATIENCE.toMillis());
        if (thread.isAlive()) {
            thread.interrupt();
            throw new IllegalStateException(thread.getName() + " did not end within " + PATIENCE.toSeconds() + " s");
        }
        if (failure.isPresent()) {
            throw new IllegalStateException(
                    thread.getName() + " stopped after " + done + " steps: " + failure.get(), failure.get());
        }
    }
}
