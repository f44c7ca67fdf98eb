package quorumbook.labs.cell;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One running JVM, wherever it runs: its streams, and what can be done to it from outside. */
public interface Cell {
    /** What it writes to its standard output; ends when it does. */
    InputStream output();

    /** What it writes to its standard error. */
    InputStream errors();

    /** Its standard input. Whoever closes it asks the program to end. */
    OutputStream input();

    boolean isAlive();

    /** Ends it without asking; returns at once. */
    void kill();

    /** Freezes it; returns when it stands still or is gone. */
    void pause() throws IOException, InterruptedException;

    /** Lets it go on. */
    void resume() throws IOException, InterruptedException;

    boolean isPaused();

    /** Tells whether it ended within that time. */
    boolean awaitEnd(long time, TimeUnit unit) throws InterruptedException;

    /** How it ended; waits for the end. */
    End end() throws InterruptedException;

    /** The id of its process, 0 where it has none on this machine. */
    long pid();

    /**
     * How it ended.
     *
     * @param status its exit status, 128 + n when signal n ended it
     * @param limit what it ran into, where whoever holds it knows
     */
    record End(int status, Optional<Limit> limit) {}
}
