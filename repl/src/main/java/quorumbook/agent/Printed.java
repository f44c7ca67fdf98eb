package quorumbook.agent;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What the learner's code prints, on its way to the other side. The printing thread only fills a small buffer and a
 * thread of ours sends it: so a thread that is stopped in the middle of a print cannot tear a frame, many small prints
 * travel together, and a flood waits here instead of filling the heap.
 */
final class Printed {
    private final FrameOutput frames;

    // Guarded by this.
    private final byte[] buffer = new byte[1 << 15];
    private int filled;
    private Channel channel = Channel.OUT;
    private boolean sending;

    Printed(FrameOutput frames) {
        this.frames = frames;
    }

    void start() {
        Thread sender = new Thread(this::send, "quorumbook-printed");
        sender.setDaemon(true);
        sender.start();
    }

    PrintStream stream(Channel to) {
        return new PrintStream(new Inlet(to), true, StandardCharsets.UTF_8);
    }

    /** Returns once everything printed so far was sent, or {@code millis} have passed. */
    synchronized void drain(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        long left = millis;
        while ((filled > 0 || sending) && left > 0) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
    }

    private void send() {
        byte[] chunk = new byte[buffer.length];
        try {
            while (true) {
                int length;
                Channel to;
                synchronized (this) {
                    sending = false;
                    notifyAll();
                    while (filled == 0) {
                        wait();
                    }
                    length = filled;
                    to = channel;
                    System.arraycopy(buffer, 0, chunk, 0, length);
                    filled = 0;
                    sending = true;
                    notifyAll();
                }
                frames.write(to, chunk, length);
            }
        } catch (IOException | InterruptedException e) {
            // Nobody is left to print to.
            Runtime.getRuntime().halt(0);
        }
    }

    private synchronized void put(Channel to, byte[] bytes, int from, int length) {
        int at = from;
        int left = length;
        boolean interrupted = false;
        while (left > 0) {
            while (filled == buffer.length || filled > 0 && channel != to) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            channel = to;
            int some = Math.min(left, buffer.length - filled);
            System.arraycopy(bytes, at, buffer, filled, some);
            filled += some;
            at += some;
            left -= some;
            notifyAll();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** One end of it, as an ordinary stream. */
    private final class Inlet extends OutputStream {
        private final Channel to;

        Inlet(Channel to) {
            this.to = to;
        }

        @Override
        public void write(int one) {
            put(to, new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            put(to, bytes, from, length);
        }
    }
}
