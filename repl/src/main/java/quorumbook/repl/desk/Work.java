package quorumbook.repl.desk;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import quorumbook.labs.Attempt;
import quorumbook.labs.Lab;
import quorumbook.labs.await.Cause;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Progress;
import quorumbook.labs.history.Given;
import quorumbook.repl.page.Screen;

/** One attempt at a lab, whose cluster is made ready in the background while the learner reads. */
final class Work {
    private static final Duration BETWEEN_PHASES = Duration.ofMillis(100);

    private final Lab lab;
    private final Given given;
    private final CompletableFuture<Attempt> attempt;
    private volatile String phase = "starting";
    private volatile boolean abandoned;
    private Optional<Future<?>> preparation = Optional.empty();

    private Work(Lab lab, long seed, CompletableFuture<Attempt> attempt) {
        this.lab = lab;
        this.given = lab.given(seed);
        this.attempt = attempt;
    }

    /** Says how an attempt begins: on a cluster that was cleaned, or on a new one. */
    @FunctionalInterface
    interface Source {
        Attempt begin(Lab lab, long seed, Progress progress) throws Exception;
    }

    /** Begins at once, on {@code thread}. */
    static Work begin(Lab lab, long seed, Source source, ExecutorService thread) {
        CompletableFuture<Attempt> attempt = new CompletableFuture<>();
        Work work = new Work(lab, seed, attempt);
        work.preparation = Optional.of(thread.submit(() -> {
            try {
                attempt.complete(source.begin(lab, seed, words -> work.phase = words));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                attempt.completeExceptionally(e);
            } catch (Exception e) {
                attempt.completeExceptionally(e);
            }
        }));
        return work;
    }

    Lab lab() {
        return lab;
    }

    Given given() {
        return given;
    }

    /** What the preparation is doing now, in words; empty once it is over. */
    Optional<String> phase() {
        return attempt.isDone() ? Optional.empty() : Optional.of(phase);
    }

    /** Whether the preparation has ended without a cluster. */
    boolean failed() {
        return attempt.isCompletedExceptionally();
    }

    /** The attempt, if it is ready now. */
    Optional<Attempt> now() {
        return attempt.isDone() && !failed() ? Optional.of(attempt.join()) : Optional.empty();
    }

    /**
     * The attempt, waited for with its phases on the screen.
     *
     * @throws ClusterException if it could not be made ready
     */
    Attempt ready(Screen screen) throws InterruptedException {
        try {
            while (true) {
                try {
                    return attempt.get(BETWEEN_PHASES.toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    screen.busy(phase);
                }
            }
        } catch (ExecutionException e) {
            throw new ClusterException(sentence(Cause.of(e)), Cause.of(e));
        } finally {
            screen.idle();
        }
    }

    /** Stops a preparation that nobody waits for any more. */
    void abandon() {
        abandoned = true;
        preparation.ifPresent(each -> each.cancel(true));
    }

    /** Tells {@code listener}, in a sentence, if the preparation fails and was not abandoned. */
    void onFailure(Consumer<String> listener) {
        CompletableFuture<Attempt> unused = attempt.whenComplete((ready, failure) -> {
            if (failure != null && !abandoned) {
                listener.accept(sentence(failure));
            }
        });
    }

    private static String sentence(Throwable failure) {
        String why =
                failure instanceof ClusterException ? String.valueOf(failure.getMessage()) : String.valueOf(failure);
        return why + " /retry tries again.";
    }
}
