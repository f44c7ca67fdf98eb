package quorumbook.repl.terminal;

import java.io.IOError;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;
import org.slf4j.LoggerFactory;

/**
 * Listens to the keyboard while no line is being edited: Ctrl-C is acted upon, the rest is kept for whoever reads next.
 * The terminal is raw meanwhile, so no signal reaches the servers and the learner's JVM.
 */
final class Keys {
    /** No key came in time. */
    static final int NONE = -2;

    /** The keyboard is gone. */
    static final int END = -1;

    static final int CTRL_C = 3;
    /** A turn shorter than this needs no listener, and is not made slower by one. */
    private static final Duration HEAD_START = Duration.ofMillis(40);

    /** Not zero: a read without a limit is done in our own thread and cannot be interrupted. */
    static final long UNTIL_INTERRUPTED = Duration.ofMinutes(1).toMillis();

    private final Terminal terminal;
    private final Keyboard keyboard;
    private final BlockingDeque<Integer> typed = new LinkedBlockingDeque<>();
    private Listening listening = Listening.NOT;

    /** Who edits a line. */
    enum Keyboard {
        /** We do: each key comes at once. */
        RAW,
        /** The kernel does, keeps what is typed, and sends Ctrl-C as a signal. */
        COOKED
    }

    Keys(Terminal terminal, Keyboard keyboard) {
        this.terminal = terminal;
        this.keyboard = keyboard;
    }

    /** Keeps what is typed from now on; Ctrl-C, as a key or as a signal, runs that instead. */
    void listen(Runnable interrupt) {
        Runnable onInterrupt = () -> {
            typed.clear();
            interrupt.run();
        };
        terminal.handle(Terminal.Signal.INT, signal -> onInterrupt.run());
        if (keyboard == Keyboard.COOKED) {
            return;
        }
        CountDownLatch stop = new CountDownLatch(1);
        Thread thread = new Thread(() -> pump(stop, onInterrupt), "keys");
        thread.setDaemon(true);
        thread.start();
        listening = new Listening(thread, stop);
    }

    boolean isListening() {
        return !listening.equals(Listening.NOT);
    }

    /** Stops listening, so that somebody else may read the terminal. */
    void rest() {
        listening.end();
        listening = Listening.NOT;
    }

    /** What was typed ahead; forgotten here. */
    String takeTyped() {
        StringBuilder ahead = new StringBuilder();
        for (Integer c = typed.poll(); c != null; c = typed.poll()) {
            if (c >= 0) {
                ahead.append((char) c.intValue());
            }
        }
        return ahead.toString();
    }

    boolean isEmpty() {
        return typed.isEmpty();
    }

    /** The next key while listening, or {@link #NONE}. */
    int next(Duration patience) {
        try {
            Integer key = typed.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            return key == null ? NONE : key;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CTRL_C;
        }
    }

    /** Keeps a key for whoever reads next, before those that were typed after it. */
    void putBack(int key) {
        typed.addFirst(key);
    }

    private void pump(CountDownLatch stop, Runnable onInterrupt) {
        NonBlockingReader reader = terminal.reader();
        try {
            if (stop.await(HEAD_START.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            while (stop.getCount() > 0) {
                int key = reader.read(UNTIL_INTERRUPTED);
                if (key == NonBlockingReader.EOF) {
                    typed.add(END);
                    return;
                }
                if (key == CTRL_C) {
                    onInterrupt.run();
                } else if (key >= 0) {
                    typed.add(key);
                }
            }
        } catch (InterruptedException | InterruptedIOException e) {
            // Asked to rest: the thread ends here.
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LoggerFactory.getLogger(Keys.class).debug("the keyboard cannot be read", e);
        } catch (IOError e) {
            // So says JLine where it asks stty, also if we were asked to rest meanwhile.
            LoggerFactory.getLogger(Keys.class).debug("stty was cut short", e);
        }
    }

    /** The thread that listens, and how it is told to stop. */
    private record Listening(Thread thread, CountDownLatch stop) {
        static final Listening NOT = new Listening(Thread.currentThread(), new CountDownLatch(0));

        void end() {
            if (equals(NOT)) {
                return;
            }
            stop.countDown();
            boolean interrupted = false;
            while (thread.isAlive()) {
                thread.interrupt();
                try {
                    thread.join(20);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
