package quorumbook.labs.cluster.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;

/** One connection through a relay: two sockets, a buffer each way. Touched by the relay's thread alone. */
final class RelayedConnection {
    private static final int BUFFER = 64 * 1024;
    /**
     * How long a target that refuses is called again. A server that calls one which is about to open its door would be refused
     * and call again; we have answered it already, and must not hang up, or it would take the other for lost.
     */
    private static final Duration CALLING = Duration.ofMillis(500);

    private final Selector selector;
    private final Link link;
    private final int target;
    private final long end = System.nanoTime() + CALLING.toNanos();
    private final boolean bornWhileHeld;
    private final SocketChannel caller;
    private SocketChannel called;
    private final Flow forth = new Flow();
    private final Flow back = new Flow();
    private final Opening opening;
    private boolean opened;
    private boolean over;

    private RelayedConnection(Selector selector, Relay.Door door, SocketChannel caller, SocketChannel called) {
        this.selector = selector;
        this.link = door.link();
        this.target = door.target();
        this.opening = door.opening();
        this.bornWhileHeld = link.isHeld();
        this.caller = caller;
        this.called = called;
    }

    /** One direction: what has come in and not gone out. */
    private static final class Flow {
        private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
        private boolean ended;

        boolean isComplete(Opening opening) {
            return opening.complete(buffer);
        }

        boolean isEmpty() {
            return buffer.position() == 0;
        }

        int readFrom(SocketChannel from) throws IOException {
            int read = buffer.hasRemaining() && !ended ? from.read(buffer) : 0;
            ended |= read < 0;
            return Math.max(read, 0);
        }

        void writeTo(SocketChannel to) throws IOException {
            buffer.flip();
            try {
                to.write(buffer);
            } finally {
                buffer.compact();
            }
        }
    }

    static RelayedConnection begin(Selector selector, Relay.Door door, SocketChannel caller) throws IOException {
        RelayedConnection connection = new RelayedConnection(selector, door, caller, SocketChannel.open());
        caller.configureBlocking(false);
        caller.setOption(StandardSocketOptions.TCP_NODELAY, true);
        caller.register(selector, 0, connection);
        if (!connection.bornWhileHeld) {
            connection.call();
        }
        connection.listen();
        return connection;
    }

    Link link() {
        return link;
    }

    /** Whether both sockets are closed. */
    boolean isOver() {
        return over;
    }

    /** Whether the target refused and is to be called again. */
    boolean isToCallAgain() {
        return !over && !bornWhileHeld && !called.isOpen() && !back.ended;
    }

    void callAgain() {
        try {
            call();
        } catch (IOException e) {
            refused();
        }
    }

    void ready(SelectionKey key) {
        if (over) {
            return;
        }
        if (key.channel() == called && key.isConnectable() && !connected()) {
            return;
        }
        go();
    }

    /** The link passes again: a connection from before goes on, one that was begun meanwhile never was. */
    void resume() {
        if (bornWhileHeld) {
            hangUp();
        } else {
            go();
        }
    }

    void hangUp() {
        over = true;
        for (SocketChannel channel : List.of(caller, called)) {
            try {
                channel.close();
            } catch (IOException e) {
                // closed either way
            }
        }
    }

    private void call() throws IOException {
        if (!called.isOpen()) {
            called = SocketChannel.open();
        }
        called.configureBlocking(false);
        called.setOption(StandardSocketOptions.TCP_NODELAY, true);
        called.connect(new InetSocketAddress(Ports.HOST, target));
        called.register(selector, SelectionKey.OP_CONNECT, this);
    }

    private boolean connected() {
        try {
            return called.finishConnect();
        } catch (IOException e) {
            refused();
            return false;
        }
    }

    private void refused() {
        try {
            called.close();
        } catch (IOException e) {
            // closed either way
        }
        if (System.nanoTime() - end > 0) {
            back.ended = true;
            settle();
        }
    }

    private void go() {
        pump(forth, caller, called);
        pump(back, called, caller);
        settle();
    }

    private void pump(Flow flow, SocketChannel from, SocketChannel to) {
        try {
            if (from.isConnected()) {
                int read = flow.readFrom(from);
                if (link.isHeld()) {
                    link.countHeld(read);
                } else if (to.isConnected() && !flow.isEmpty() && isOpened()) {
                    flow.writeTo(to);
                }
            }
        } catch (IOException e) {
            // One side is gone; over a held link the other does not hear of it.
            forth.ended = true;
            back.ended = true;
        }
    }

    private boolean isOpened() {
        opened = opened || forth.isComplete(opening);
        return opened;
    }

    private void settle() {
        boolean nothingLeft = forth.ended && (forth.isEmpty() || back.ended) || back.ended && back.isEmpty();
        boolean nobodyToTell = bornWhileHeld && forth.ended;
        if (nobodyToTell || nothingLeft && !link.isHeld()) {
            hangUp();
        } else {
            listen();
        }
    }

    /** Asks to be called for what can be done next, and for nothing else: a full buffer holds its sender back. */
    private void listen() {
        interest(caller, wanted(caller, forth, back));
        interest(called, wanted(called, back, forth));
    }

    private int wanted(SocketChannel channel, Flow out, Flow in) {
        if (channel.isConnectionPending()) {
            return SelectionKey.OP_CONNECT;
        }
        int read = !out.ended && out.buffer.hasRemaining() ? SelectionKey.OP_READ : 0;
        int write = !in.isEmpty() && opened && !link.isHeld() ? SelectionKey.OP_WRITE : 0;
        return read | write;
    }

    private void interest(SocketChannel channel, int operations) {
        SelectionKey key = channel.keyFor(selector);
        if (key != null && key.isValid()) {
            key.interestOps(operations);
        }
    }
}
