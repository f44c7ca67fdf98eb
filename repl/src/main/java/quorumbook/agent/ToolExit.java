package quorumbook.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;

/** Stands between Kafka's tools and the end of the JVM: their exits and shutdown hooks come here. */
final class ToolExit {
    private static final long LONGEST_HOOK_MILLIS = 1000;

    // Guarded by this.
    private final List<Runnable> hooks = new ArrayList<>();
    private OptionalInt status = OptionalInt.empty();

    /** From now on, exits of Kafka's tools come here. */
    void install() {
        Exit.setExitProcedure(this::exit);
        Exit.setHaltProcedure(this::exit);
        Exit.setShutdownHookAdder(this::addHook);
    }

    /** Forgets the run before. */
    synchronized void begin() {
        hooks.clear();
        status = OptionalInt.empty();
    }

    synchronized OptionalInt status() {
        return status;
    }

    /** Runs the hooks added since the run began, each once, and tells whether there were any. */
    boolean runHooks() {
        List<Runnable> due;
        synchronized (this) {
            due = List.copyOf(hooks);
            hooks.clear();
        }
        for (Runnable hook : due) {
            // A hook may wait for the main thread to end, so it gets a thread and not for ever.
            Thread thread = new Thread(hook, "tool-shutdown");
            thread.setDaemon(true);
            thread.start();
            try {
                thread.join(LONGEST_HOOK_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return !due.isEmpty();
    }

    private synchronized void addHook(String name, Runnable hook) {
        hooks.add(hook);
    }

    private void exit(int code, @Nullable String message) {
        synchronized (this) {
            // The first exit counts: a tool may catch the unwinding below and exit once more.
            if (status.isEmpty()) {
                status = OptionalInt.of(code);
            }
        }
        throw new Unwound(code);
    }

    /** Takes the tool's thread out of its main method. */
    @SuppressWarnings("serial")
    private static final class Unwound extends Error {
        Unwound(int code) {
            super("exit " + code, null, false, false);
        }
    }
}
