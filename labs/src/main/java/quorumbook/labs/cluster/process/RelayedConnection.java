package quorumbook.labs.cluster.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;

/** One connection through a relay: two sockets, a buffer each way. Touched by the relay's thread alone. */
final class RelayedConnection {
    private static final int BUFFER = 64 * 1024;

    private final Selector selector;
    private final Link link;
    private final Flow forth;
    private final Flow back;
    private final boolean bornWhileHeld;
    private final Consumer<RelayedConnection> whenEnded;

    private RelayedConnection(
            Selector selector,
            Link link,
            SocketChannel caller,
            SocketChannel called,
            Consumer<RelayedConnection> whenEnded) {
        this.selector = selector;
        this.link = link;
        this.forth = new Flow(caller, called);
        this.back = new Flow(called, caller);
        this.bornWhileHeld = link.isHeld();
        this.whenEnded = whenEnded;
    }

    /** One direction. */
    private static final class Flow {
        private final SocketChannel from;
        private final SocketChannel to;
        private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        private boolean ended;

        Flow(SocketChannel from, SocketChannel to) {
            this.from = from;
            this.to = to;
        }

        boolean isEmpty() {
            return buffer.position() == 0;
        }

        /** Reads what there is; returns how much. */
        int read() throws IOException {
            int read = buffer.hasRemaining() ? from.read(buffer) : 0;
            ended |= read < 0;
            return Math.max(read, 0);
        }

        void write() throws IOException {
            buffer.flip();
            try {
                to.write(buffer);
            } finally {
                buffer.compact();
            }
        }
    }

    static RelayedConnection begin(
            Selector selector, SocketChannel caller, Link link, int target, Consumer<RelayedConnection> whenEnded)
            throws IOException {
        SocketChannel called = SocketChannel.open();
        RelayedConnection connection = new RelayedConnection(selector, link, caller, called, whenEnded);
        caller.configureBlocking(false);
        called.configureBlocking(false);
        caller.setOption(StandardSocketOptions.TCP_NODELAY, true);
        called.setOption(StandardSocketOptions.TCP_NODELAY, true);
        caller.register(selector, 0, connection);
        called.register(selector, 0, connection);
        if (!connection.bornWhileHeld) {
            called.connect(new InetSocketAddress(Ports.HOST, target));
        }
        connection.listen();
        return connection;
    }

    Link link() {
        return link;
    }

    void ready(SelectionKey key) {
        try {
            if (key.isConnectable()) {
                back.from.finishConnect();
            }
            pump(forth);
            pump(back);
            settle();
        } catch (IOException e) {
            // One side is gone. Over a held link the other does not hear of it.
            fail();
        }
    }

    /** The link passes again. */
    void resume() {
        if (bornWhileHeld) {
            end();
            return;
        }
        try {
            pump(forth);
            pump(back);
            settle();
        } catch (IOException e) {
            end();
        }
    }

    private void pump(Flow flow) throws IOException {
        if (!flow.from.isConnected()) {
            return;
        }
        int read = flow.read();
        if (link.isHeld()) {
            link.countHeld(read);
        } else if (flow.to.isConnected() && !flow.isEmpty()) {
            flow.write();
        }
    }

    private void settle() {
        boolean over = forth.ended || back.ended;
        boolean nobodyToTell = bornWhileHeld && over;
        if (nobodyToTell || over && !link.isHeld() && (forth.isEmpty() || back.ended) && (back.isEmpty() || forth.ended)) {
            end();
        } else {
            listen();
        }
    }

    private void fail() {
        if (link.isHeld() && !bornWhileHeld) {
            forth.ended = true;
            back.ended = true;
            listen();
        } else {
            end();
        }
    }

    /** Asks to be called for what can be done next, and for nothing else: a full buffer holds its sender back. */
    private void listen() {
        interest(forth.from, wanted(forth, back));
        interest(back.from, wanted(back, forth));
    }

    private int wanted(Flow out, Flow in) {
        if (!out.from.isConnected()) {
            return out.from.isConnectionPending() ? SelectionKey.OP_CONNECT : 0;
        }
        int read = !out.ended && out.buffer.hasRemaining() ? SelectionKey.OP_READ : 0;
        int write = !in.isEmpty() && !link.isHeld() ? SelectionKey.OP_WRITE : 0;
        return read | write;
    }

    private void interest(SocketChannel channel, int operations) {
        SelectionKey key = channel.keyFor(selector);
        if (key != null && key.isValid()) {
            key.interestOps(operations);
        }
    }

    private void end() {
        whenEnded.accept(this);
        try {
            forth.from.close();
        } catch (IOException e) {
            // closed either way
        }
        try {
            back.from.close();
        } catch (IOException e) {
            // closed either way
        }
    }
}
