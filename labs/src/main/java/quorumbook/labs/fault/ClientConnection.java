package quorumbook.labs.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client's connection through a link: a reader and a writer each way, so that what is late delays nothing behind it. */
final class ClientConnection {
    private static final Logger LOG = LoggerFactory.getLogger(ClientConnection.class);
    private static final Parcel END = new Parcel(new byte[0], 0, true);

    private final Socket client;
    private final Socket server;
    private final Gate gate;
    private final Conversation conversation;
    private final BlockingQueue<Parcel> forth = new LinkedBlockingQueue<>();
    private final BlockingQueue<Parcel> back = new LinkedBlockingQueue<>();
    private volatile boolean text;
    private volatile boolean over;

    private record Parcel(byte[] bytes, long nanos, boolean isEnd) {
        static Parcel of(byte[] bytes) {
            return new Parcel(bytes, System.nanoTime(), false);
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    ClientConnection(Socket client, Socket server, Gate gate, Conversation conversation) {
        this.client = client;
        this.server = server;
        this.gate = gate;
        this.conversation = conversation;
    }

    void start() throws IOException {
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        thread("requests", this::readRequests);
        thread("requests on", () -> write(forth, server));
        thread("replies", this::readReplies);
        thread("replies on", () -> write(back, client));
    }

    boolean isOver() {
        return over;
    }

    /** Ends both sides at once, whatever is on its way. */
    void hangUp() {
        over = true;
        forth.add(END);
        back.add(END);
        for (Socket socket : new Socket[] {client, server}) {
            try {
                socket.close();
            } catch (IOException e) {
                LOG.debug("closed either way", e);
            }
        }
        gate.wake();
    }

    private void thread(String what, Work work) {
        Thread thread = new Thread(() -> run(work), "quorumbook-client-link " + what);
        thread.setDaemon(true);
        thread.start();
    }

    private void run(Work work) {
        try {
            work.run();
        } catch (IOException e) {
            LOG.debug("a connection through a client link ended", e);
            hangUp();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            hangUp();
        } catch (RuntimeException e) {
            LOG.warn("a client link does not understand what it relays", e);
            hangUp();
        }
    }

    private void readRequests() throws IOException {
        Frames frames = new Frames(client.getInputStream());
        text = frames.isText();
        while (true) {
            Optional<byte[]> next = text ? frames.some() : frames.next();
            if (next.isEmpty()) {
                forth.add(END);
                return;
            }
            if (!text) {
                conversation.request(next.get());
            }
            forth.add(Parcel.of(next.get()));
        }
    }

    private void readReplies() throws IOException {
        Frames frames = new Frames(server.getInputStream());
        // A server says nothing before it is asked, so the first byte comes when it is known whether it is text.
        frames.isText();
        while (true) {
            Optional<byte[]> next = text ? frames.some() : frames.next();
            if (next.isEmpty()) {
                back.add(END);
                return;
            }
            Optional<byte[]> passed = text ? next : conversation.reply(next.get());
            if (passed.isEmpty()) {
                // The connection is lost with the reply, but not what was answered before.
                back.add(END);
                return;
            }
            back.add(Parcel.of(passed.get()));
        }
    }

    private void write(BlockingQueue<Parcel> queue, Socket to) throws IOException, InterruptedException {
        OutputStream out = to.getOutputStream();
        for (Parcel parcel = queue.take(); !parcel.isEnd(); parcel = queue.take()) {
            gate.pass(parcel.nanos(), this::isOver);
            out.write(parcel.bytes());
        }
        if (to == client) {
            hangUp();
        } else if (!over) {
            to.shutdownOutput();
        }
    }
}
