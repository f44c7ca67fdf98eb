package quorumbook.labs.cluster.container;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;

/**
 * Bytes from any thread to any other, so many at once. The JDK's own pipe takes the end of the thread that wrote last for
 * the end of what is written.
 */
final class BytePipe {
    private static final int ROOM = 1 << 16;

    // Guarded by this.
    private final byte[] ring = new byte[ROOM];
    private int from;
    private int filled;
    private boolean ended;
    private boolean broken;

    /** Nothing more is written; what was is still read. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    /** Nobody reads any more; whoever writes is told. */
    synchronized void breakOff() {
        ended = true;
        broken = true;
        filled = 0;
        notifyAll();
    }

    InputStream output() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int at, int length) throws IOException {
                return length == 0 ? 0 : take(bytes, at, length);
            }

            @Override
            public void close() {
                breakOff();
            }
        };
    }

    OutputStream input() {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                put(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int at, int length) throws IOException {
                put(bytes, at, length);
            }

            @Override
            public void close() {
                end();
            }
        };
    }

    private synchronized int take(byte[] bytes, int at, int length) throws IOException {
        awaitWhile(() -> filled == 0 && !ended);
        if (filled == 0) {
            return -1;
        }
        int some = Math.min(Math.min(length, filled), ROOM - from);
        System.arraycopy(ring, from, bytes, at, some);
        from = (from + some) % ROOM;
        filled -= some;
        notifyAll();
        return some;
    }

    private synchronized void put(byte[] bytes, int at, int length) throws IOException {
        int done = 0;
        while (done < length) {
            awaitWhile(() -> filled == ROOM && !ended);
            if (ended) {
                throw new IOException(broken ? "nobody reads any more" : "closed");
            }
            int to = (from + filled) % ROOM;
            int some = Math.min(Math.min(length - done, ROOM - filled), ROOM - to);
            System.arraycopy(bytes, at + done, ring, to, some);
            filled += some;
            done += some;
            notifyAll();
        }
    }

    private synchronized void awaitWhile(BooleanSupplier condition) throws IOException {
        try {
            while (condition.getAsBoolean()) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted in a pipe");
        }
    }
}
