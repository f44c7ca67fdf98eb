package quorumbook.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Standard input: asks the other side for a line each time that somebody reads and nothing is there. */
final class Typed extends InputStream {
    private final FrameOutput frames;

    // Guarded by this.
    private final Deque<byte[]> lines = new ArrayDeque<>();
    private byte[] line = new byte[0];
    private int next;

    Typed(FrameOutput frames) {
        this.frames = frames;
    }

    /** A line with its end, or no bytes for the end of input. */
    synchronized void arrived(byte[] typed) {
        lines.add(typed);
        notifyAll();
    }

    /** Forgets what nobody read, before the next program. */
    synchronized void clear() {
        lines.clear();
        line = new byte[0];
        next = 0;
    }

    @Override
    public synchronized int read() throws IOException {
        return fill() ? line[next++] & 0xff : -1;
    }

    @Override
    public synchronized int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int some = Math.min(length, line.length - next);
        System.arraycopy(line, next, bytes, from, some);
        next += some;
        return some;
    }

    @Override
    public synchronized int available() {
        return line.length - next;
    }

    private boolean fill() throws IOException {
        if (next < line.length) {
            return true;
        }
        if (lines.isEmpty()) {
            frames.write(Channel.ASK, new byte[0]);
        }
        awaitLine();
        line = lines.remove();
        next = 0;
        return line.length > 0;
    }

    private void awaitLine() throws IOException {
        try {
            while (lines.isEmpty()) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for a line");
        }
    }
}
