package quorumbook.repl.jvm;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What is waited for: the greeting of a JVM, the reply to the one command at a time, its end. */
final class Exchange {
    private final CompletableFuture<Boolean> greeted = new CompletableFuture<>();
    private final CompletableFuture<Ending> ended = new CompletableFuture<>();
    private volatile Optional<CompletableFuture<byte[]>> awaited = Optional.empty();

    void greet() {
        greeted.complete(true);
    }

    boolean hasGreeted() {
        return greeted.getNow(false);
    }

    /** Waits for the greeting; false if it ended without one. */
    boolean awaitGreeting(int seconds) throws TimeoutException {
        try {
            return Patient.get(greeted, seconds, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param asking writes the command, and returns whether or not that is still heard */
    byte[] reply(Runnable asking) throws JvmEnded {
        CompletableFuture<byte[]> reply = new CompletableFuture<>();
        awaited = Optional.of(reply);
        asking.run();
        if (ended.isDone()) {
            reply.cancel(false);
        }
        try {
            return Patient.get(reply);
        } catch (ExecutionException | CancellationException e) {
            throw new JvmEnded(ending());
        } finally {
            awaited = Optional.empty();
        }
    }

    void replied(byte[] reply) {
        awaited.ifPresent(each -> each.complete(reply));
    }

    /** That was all; tells whether somebody waited for a reply, who is told by that. */
    boolean end(Ending how) {
        ended.complete(how);
        greeted.complete(false);
        Optional<CompletableFuture<byte[]>> unanswered = awaited;
        unanswered.ifPresent(reply -> reply.cancel(false));
        return unanswered.isPresent();
    }

    boolean hasEnded() {
        return ended.isDone();
    }

    /** How it ended; waits for the end. */
    Ending ending() {
        try {
            return Patient.get(ended);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
