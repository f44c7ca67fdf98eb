package quorumbook.repl.grade;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quorumbook.labs.await.Cause;

/** Where one paper after the other is judged: whoever judges there is replaced when they break down or do not come back. */
final class Seat implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Seat.class);
    private static final Duration LEAVING = Duration.ofSeconds(30);

    private final Supplier<Examining> hiring;
    private final Duration patience;
    private Optional<Examining> examiner = Optional.empty();
    private boolean left;

    /** @param patience how long one paper may take in all, from an empty cluster to its verdict */
    Seat(Supplier<Examining> hiring, Duration patience) {
        this.hiring = hiring;
        this.patience = patience;
    }

    /** Through no fault of the submission's it could not be judged; the message is a sentence. */
    static final class Breakdown extends Exception {
        private static final long serialVersionUID = 1L;

        Breakdown(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }

    /** Which cluster a paper is judged on. */
    enum Ground {
        PROVED_CLEAN,
        FRESH
    }

    Examined examine(Paper paper, Ground ground) throws Breakdown, InterruptedException {
        CompletableFuture<Examined> examined = new CompletableFuture<>();
        Thread thread = daemon(() -> examineOn(ground, paper, examined), "quorumbook-examiner");
        thread.start();
        try {
            return examined.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable cause = Cause.of(e);
            if (!(cause instanceof Exception)) {
                // An error of the machine's, such as no memory: what it has broken nobody can tell.
                replace();
            }
            String why = Optional.ofNullable(cause.getMessage())
                    .filter(message -> cause instanceof Exception)
                    .orElseGet(cause::toString);
            throw new Breakdown(why, cause);
        } catch (TimeoutException e) {
            thread.interrupt();
            replace();
            throw new Breakdown("There was no verdict within " + patience.toMinutes() + " minutes.", e);
        } catch (InterruptedException e) {
            thread.interrupt();
            thread.join(LEAVING.toMillis());
            throw e;
        }
    }

    private void examineOn(Ground ground, Paper paper, CompletableFuture<Examined> examined) {
        try {
            Examining own = examiner();
            examined.complete(
                    ground == Ground.FRESH
                            ? own.examineAfresh(paper.exercise(), paper.text(), paper.seed())
                            : own.examine(paper.exercise(), paper.text(), paper.seed()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            examined.completeExceptionally(e);
        } catch (RuntimeException | Error e) {
            examined.completeExceptionally(e);
        }
    }

    private synchronized Examining examiner() {
        if (left) {
            // Nobody would end what they start.
            throw new IllegalStateException("Grading has been ended.");
        }
        if (examiner.isEmpty()) {
            examiner = Optional.of(hiring.get());
        }
        return examiner.get();
    }

    private synchronized void replace() throws InterruptedException {
        Optional<Examining> leaving = examiner;
        examiner = Optional.empty();
        if (leaving.isEmpty()) {
            return;
        }
        Thread closing = daemon(() -> closeQuietly(leaving.get()), "quorumbook-replacing");
        closing.start();
        closing.join(LEAVING.toMillis());
    }

    private static void closeQuietly(Examining leaving) {
        try {
            leaving.close();
        } catch (RuntimeException e) {
            LOG.warn("an examiner that is replaced could not end what it has started", e);
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public synchronized void close() {
        left = true;
        examiner.ifPresent(Examining::close);
        examiner = Optional.empty();
    }
}
