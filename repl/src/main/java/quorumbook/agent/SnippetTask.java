package quorumbook.agent;

import REPL.$Cancel$;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.Callable;

/** One snippet: its value, or what it threw. */
final class SnippetTask extends Task {
    /** By name: the class is in jdk.jshell, which a JRE does not have. */
    private static final String UNRESOLVED = "jdk.jshell.spi.SPIResolutionException";

    private static final int NUDGES_BETWEEN_STOPS = 10;

    private final Callable<String> snippet;

    SnippetTask(Callable<String> snippet) {
        this.snippet = snippet;
    }

    @Override
    byte[] work() throws Exception {
        return Message.of(Answer.VALUE, snippet.call());
    }

    @Override
    byte[] failed(Throwable thrown) {
        Throwable cause =
                thrown instanceof InvocationTargetException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (isStopping()) {
            // Whatever it made of the interrupt.
            return stopped();
        }
        if (cause.getClass().getName().equals(UNRESOLVED)) {
            return Message.of(Answer.UNRESOLVED, out -> writeUnresolved(out, cause));
        }
        return Message.of(Answer.THROWN, Thrown.of(cause)::write);
    }

    private static void writeUnresolved(DataOutputStream out, Throwable unresolved) throws IOException {
        try {
            out.writeInt((Integer) unresolved.getClass().getMethod("id").invoke(unresolved));
        } catch (ReflectiveOperationException e) {
            throw new IOException(e);
        }
        Thrown.write(out, unresolved.getStackTrace());
    }

    /** First a word, then the hand: interrupts, and if that was not enough stops the thread. */
    @Override
    void nudge(Thread running, int times) {
        running.interrupt();
        // More than once, since the learner's code may catch everything.
        if (times % NUDGES_BETWEEN_STOPS == 1) {
            $Cancel$.stop(running);
            forceToStop(running);
        }
    }

    private static void forceToStop(Thread running) {
        try {
            Method stop = Thread.class.getMethod("stop");
            stop.invoke(running);
        } catch (ReflectiveOperationException e) {
            // JDK 20 and later refuse or lack it; there the woven checks do it.
            return;
        }
    }
}
