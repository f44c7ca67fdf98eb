package quorumbook.repl.jvm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import quorumbook.agent.Channel;
import quorumbook.agent.FrameOutput;
import quorumbook.agent.Reported;

/**
 * Answers what a JVM asks and reports, each on a thread of its own, since whoever hears it decides how long the program
 * stands still there. Of those threads there are not more than so many: a stranger's JVM may ask without end.
 */
final class Attendant {
    private final FrameOutput frames;
    private final Listener listener;
    private final int mostWaiting;
    private final Runnable broken;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile Optional<Question> asking = Optional.empty();

    /** @param broken is run when the JVM takes no answer any more */
    Attendant(FrameOutput frames, Listener listener, int mostWaiting, Runnable broken) {
        this.frames = frames;
        this.listener = listener;
        this.mostWaiting = mostWaiting;
        this.broken = broken;
    }

    /** Passes on what the learner's code reports; tells whether there is still room for that. */
    boolean report(byte[] payload) {
        return mayWait(() -> passOn(payload), "child-jvm-report");
    }

    /** Somebody there reads standard input; tells whether there is still room for that. */
    boolean question() {
        Question question = new Question();
        asking = Optional.of(question);
        return mayWait(question::ask, "child-jvm-input");
    }

    /** Nobody there waits for a line any more. */
    void cancelQuestion() {
        asking.ifPresent(Question::cancel);
    }

    private boolean mayWait(Runnable work, String name) {
        if (waiting.incrementAndGet() > mostWaiting) {
            return false;
        }
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } finally {
                        waiting.decrementAndGet();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        return true;
    }

    private void passOn(byte[] payload) {
        try {
            Reported reported = Reported.read(payload);
            listener.report(reported.what(), reported.value());
            frames.write(Channel.HEARD, reported.receipt());
        } catch (IOException e) {
            // Nobody waits for it any more, or it was none of our agent's.
            return;
        }
    }

    private static byte[] typed(String line) {
        return (line + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Somebody here is being asked for a line. */
    private final class Question {
        // Guarded by this.
        private Optional<Thread> thread = Optional.empty();
        private boolean cancelled;

        synchronized void cancel() {
            cancelled = true;
            thread.ifPresent(Thread::interrupt);
        }

        private synchronized boolean begin() {
            thread = Optional.of(Thread.currentThread());
            return !cancelled;
        }

        private synchronized boolean isCancelled() {
            return cancelled;
        }

        private void ask() {
            if (!begin()) {
                return;
            }
            Optional<String> line = listener.line();
            if (line.isEmpty() && isCancelled()) {
                // An end of input would be the next reader's.
                return;
            }
            try {
                frames.write(Channel.INPUT, line.map(Attendant::typed).orElseGet(() -> new byte[0]));
            } catch (IOException e) {
                broken.run();
            }
        }
    }
}
