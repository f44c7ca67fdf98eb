package REPL;

import org.jspecify.annotations.Nullable;

/**
 * Where a snippet looks, at each method entry and each jump back, whether it is to stop. On JDK 20 and later, which have
 * no {@code Thread.stop}, {@code LocalExecutionControl} weaves these calls into what JShell compiled; the name is its own.
 */
public final class $Cancel$ {
    private static volatile @Nullable Thread stopped;

    private $Cancel$() {}

    /** From now on {@code thread} gets no further in woven code. */
    public static void stop(Thread thread) {
        stopped = thread;
    }

    /** Called by woven code. */
    public static void stopCheck() {
        Thread thread = stopped;
        if (thread != null && thread == Thread.currentThread()) {
            throw new Stop();
        }
    }

    /** Unwinds a snippet that was told to stop. */
    @SuppressWarnings("serial")
    public static final class Stop extends Error {
        private Stop() {
            super("stopped", null, false, false);
        }
    }
}
