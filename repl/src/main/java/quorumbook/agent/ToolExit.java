package quorumbook.agent;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;

/** Stands between Kafka's tools and the end of the JVM: their exits and shutdown hooks come here. */
final class ToolExit {
    private static final long LONGEST_HOOK_MILLIS = 1000;

    // Guarded by this.
    private final List<Runnable> hooks = new ArrayList<>();
    private OptionalInt status = OptionalInt.empty();
    private Optional<Thread> main = Optional.empty();
    private Optional<Runnable> unmute = Optional.empty();

    /** From now on, exits of Kafka's tools come here. */
    void install() {
        Exit.setExitProcedure(this::exit);
        Exit.setHaltProcedure(this::exit);
        Exit.setShutdownHookAdder(this::addHook);
    }

    /** Begins a run on this thread and forgets the one before. */
    synchronized void begin() {
        hooks.clear();
        status = OptionalInt.empty();
        main = Optional.of(Thread.currentThread());
    }

    /** The tool's thread is out of its main method. */
    synchronized void unwound() {
        unmute.ifPresent(Runnable::run);
        unmute = Optional.empty();
        main = Optional.empty();
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

    private synchronized void exit(int code, @Nullable String message) {
        // The first exit counts: a tool may catch the unwinding below and exit once more.
        if (status.isEmpty()) {
            status = OptionalInt.of(code);
        }
        if (main.filter(thread -> thread == Thread.currentThread()).isPresent()) {
            mute();
        } else {
            main.ifPresent(Thread::interrupt);
        }
        throw new Unwound(code);
    }

    /** After a real exit nothing more is said; a tool that catches the unwinding would print it with its stack. */
    private void mute() {
        if (unmute.isPresent()) {
            return;
        }
        PrintStream out = System.out;
        PrintStream err = System.err;
        unmute = Optional.of(() -> {
            System.setOut(out);
            System.setErr(err);
        });
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        System.setOut(nowhere);
        System.setErr(nowhere);
    }

    /** Takes the tool's thread out of its main method. */
    @SuppressWarnings("serial")
    private static final class Unwound extends Error {
        Unwound(int code) {
            super("exit " + code, null, false, false);
        }
    }
}
