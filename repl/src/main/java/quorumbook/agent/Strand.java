package quorumbook.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import quorumbook.agent.Passage.Kind;

/**
 * One end of a connection that goes through the frames. At most {@link #WINDOW} bytes are under way in one direction, so
 * whoever does not read what was sent to them holds up nobody else, and costs no more than that.
 */
public final class Strand {
    static final int WINDOW = 64 * 1024;
    private static final int CHUNK = 16 * 1024;

    private final int number;
    private final FrameOutput frames;
    private final Runnable gone;

    // Guarded by this.
    private final Deque<byte[]> arrived = new ArrayDeque<>();
    private Optional<Socket> socket = Optional.empty();
    private int waiting;
    private int credit = WINDOW;
    private boolean theyEnded;
    private int open = 2;
    private boolean over;

    /** @param gone is told, once, that the connection is over */
    public Strand(int number, FrameOutput frames, Runnable gone) {
        this.number = number;
        this.frames = frames;
        this.gone = gone;
    }

    /** From now on it goes on to that socket. */
    public void begin(Socket connected) {
        synchronized (this) {
            if (over) {
                close(connected);
                return;
            }
            socket = Optional.of(connected);
        }
        daemon(() -> speak(connected), "quorumbook-strand-speaks");
        daemon(() -> listen(connected), "quorumbook-strand-listens");
    }

    /** Takes what the other end says; never waits. */
    public void heard(Passage passage) throws IOException {
        switch (passage.kind()) {
            case DATA -> arrived(passage.content());
            case TAKEN -> taken(passage.number());
            case END -> ended();
            default -> drop();
        }
    }

    private synchronized void arrived(byte[] content) {
        waiting += content.length;
        if (waiting > WINDOW) {
            // Whoever does not keep to the window is none of ours.
            reset();
            return;
        }
        arrived.add(content);
        notifyAll();
    }

    private synchronized void taken(int bytes) {
        credit = Math.min(WINDOW, credit + Math.max(0, bytes));
        notifyAll();
    }

    private synchronized void ended() {
        theyEnded = true;
        notifyAll();
    }

    /** Breaks the connection at both ends. */
    public void reset() {
        if (drop()) {
            send(Passage.of(Kind.RESET, number));
        }
    }

    /** Breaks the connection here, and tells whether it was whole. */
    public boolean drop() {
        synchronized (this) {
            if (over) {
                return false;
            }
            over = true;
            arrived.clear();
            notifyAll();
            socket.ifPresent(Strand::abort);
        }
        gone.run();
        return true;
    }

    private void speak(Socket connected) {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = connected.getInputStream();
            for (int most = awaitCredit(); most > 0; most = awaitCredit()) {
                int read = in.read(chunk, 0, most);
                if (read < 0) {
                    send(Passage.of(Kind.END, number));
                    finishOne();
                    return;
                }
                spend(read);
                send(new Passage(Kind.DATA, number, Arrays.copyOf(chunk, read)));
            }
        } catch (IOException e) {
            reset();
        } catch (InterruptedException e) {
            reset();
            Thread.currentThread().interrupt();
        }
    }

    /** How much may be sent now; 0 when the connection is over. */
    private synchronized int awaitCredit() throws InterruptedException {
        while (credit == 0 && !over) {
            wait();
        }
        return over ? 0 : Math.min(credit, CHUNK);
    }

    private synchronized void spend(int bytes) {
        credit -= bytes;
    }

    private void listen(Socket connected) {
        try {
            OutputStream out = connected.getOutputStream();
            for (Optional<byte[]> next = next(); next.isPresent(); next = next()) {
                out.write(next.get());
                done(next.get().length);
                send(Passage.taken(number, next.get().length));
            }
            if (!isOver()) {
                connected.shutdownOutput();
                finishOne();
            }
        } catch (IOException e) {
            reset();
        } catch (InterruptedException e) {
            reset();
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Optional<byte[]> next() throws InterruptedException {
        while (arrived.isEmpty() && !theyEnded && !over) {
            wait();
        }
        return over ? Optional.empty() : Optional.ofNullable(arrived.poll());
    }

    private synchronized void done(int bytes) {
        waiting -= bytes;
    }

    private synchronized boolean isOver() {
        return over;
    }

    /** One direction has come to its end; the second end is that of the connection. */
    private void finishOne() {
        synchronized (this) {
            open--;
            if (open > 0 || over) {
                return;
            }
            over = true;
            socket.ifPresent(Strand::close);
        }
        gone.run();
    }

    private void send(Passage passage) {
        try {
            frames.write(Channel.PASSAGE, passage.bytes());
        } catch (IOException e) {
            drop();
        }
    }

    /** So that the other side sees a broken connection, not one that has ended. */
    private static void abort(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // Closed already.
        }
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed all the same.
        }
    }

    private static void daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
