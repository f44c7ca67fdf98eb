package quorumbook.repl.engine;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Gets a run to end: asks it to, again and again, and ends its JVM when it does not listen. */
final class Stopping implements AutoCloseable {
    /** How long a snippet may take to stop before its JVM is ended. */
    private static final Duration GRACE = Duration.ofMillis(1500);

    private static final long BETWEEN_REMINDERS_MILLIS = 100;

    private final LearnerJvm jvm;
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(2, Stopping::daemon);

    Stopping(LearnerJvm jvm) {
        this.jvm = jvm;
    }

    /** Asks once that time has passed, unless the future is cancelled. */
    Future<?> askAfter(Duration limit, Run run) {
        return clock.schedule(() -> ask(run, Result.Cause.TIME_LIMIT), limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Returns at once. */
    void ask(Run run, Result.Cause cause) {
        if (run.ask(cause)) {
            // Beside the reminders: a JVM that reads nothing any more may hold up whoever reminds it.
            Future<?> end = clock.schedule(() -> endUnlessOver(run), GRACE.toMillis(), TimeUnit.MILLISECONDS);
            run.onceOver(() -> end.cancel(false));
            clock.execute(() -> remind(run));
        }
    }

    private void endUnlessOver(Run run) {
        if (!run.isOver()) {
            jvm.kill();
        }
    }

    /** More than once, since a snippet that is still being compiled is not there to be stopped. */
    private void remind(Run run) {
        if (!run.isOver()) {
            jvm.stop();
            Future<?> unused = clock.schedule(() -> remind(run), BETWEEN_REMINDERS_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "learner-clock");
        thread.setDaemon(true);
        return thread;
    }
}
