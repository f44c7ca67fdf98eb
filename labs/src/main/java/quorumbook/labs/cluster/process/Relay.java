package quorumbook.labs.cluster.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Every relay of one cluster, on one thread: doors on loopback, each of which leads over a {@link Link} to a port of a server.
 * While a link is held, bytes that are on their way wait in the relay, and whoever calls is heard by nobody, as on a network
 * that drops everything. When it passes again, connections from before go on and those from meanwhile end.
 */
final class Relay implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 2_000;

    private static final long CALL_AGAIN_MILLIS = 10;

    /** A port of ours and where it leads. */
    record Door(Link link, int target, Opening opening) {}

    private final Selector selector;
    private final Thread thread;
    private final Queue<Runnable> errands = new ConcurrentLinkedQueue<>();
    /** Touched by the relay's thread alone. */
    private final Set<RelayedConnection> connections = new HashSet<>();

    private Relay(Selector selector) {
        this.selector = selector;
        this.thread = new Thread(this::run, "quorumbook-relay");
        this.thread.setDaemon(true);
    }

    static Relay create() throws IOException {
        return new Relay(Selector.open());
    }

    /** Begins to serve the doors. */
    void start() {
        thread.start();
    }

    /** A door that nobody can go through yet; {@link #open} says where it leads. */
    ServerSocketChannel build() throws IOException {
        ServerSocketChannel door = ServerSocketChannel.open();
        door.bind(new InetSocketAddress(Ports.HOST, 0));
        door.configureBlocking(false);
        return door;
    }

    void open(ServerSocketChannel door, Door leading) {
        onThread(() -> register(door, leading));
    }

    static int port(ServerSocketChannel door) {
        return door.socket().getLocalPort();
    }

    /** The link passes again. */
    void heal(Link link) {
        link.pass();
        onThread(() -> List.copyOf(connections).stream()
                .filter(connection -> connection.link() == link)
                .forEach(RelayedConnection::resume));
    }

    private void register(ServerSocketChannel channel, Door door) {
        try {
            channel.register(selector, SelectionKey.OP_ACCEPT, door);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void onThread(Runnable errand) {
        errands.add(errand);
        selector.wakeup();
    }

    private void run() {
        try {
            while (selector.isOpen()) {
                selector.select(this::handle, isAnyToCallAgain() ? CALL_AGAIN_MILLIS : 0);
                // Who closes it a second time has nothing to be done any more.
                while (selector.isOpen() && !errands.isEmpty()) {
                    errands.remove().run();
                }
                if (!selector.isOpen()) {
                    return;
                }
                connections.stream().filter(RelayedConnection::isToCallAgain).forEach(RelayedConnection::callAgain);
                connections.removeIf(RelayedConnection::isOver);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isAnyToCallAgain() {
        return connections.stream().anyMatch(RelayedConnection::isToCallAgain);
    }

    private void handle(SelectionKey key) {
        if (!key.isValid()) {
            return;
        }
        if (key.attachment() instanceof Door door) {
            accept((ServerSocketChannel) key.channel(), door);
        } else if (key.attachment() instanceof RelayedConnection connection) {
            connection.ready(key);
        }
    }

    private void accept(ServerSocketChannel channel, Door door) {
        try {
            SocketChannel caller = channel.accept();
            if (caller != null) {
                connections.add(RelayedConnection.begin(selector, door, caller));
            }
        } catch (IOException e) {
            // The caller has hung up already; it will call again.
        }
    }

    private void shut() {
        try {
            for (SelectionKey key : Set.copyOf(selector.keys())) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        onThread(this::shut);
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
