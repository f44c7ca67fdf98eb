package quorumbook.labs.cluster.container;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A way to the engine of this machine that can be closed, as if the engine were gone. */
final class EngineRelay implements AutoCloseable {
    private final Path socket;
    private final ServerSocketChannel door;
    private final Path engine;
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();

    private EngineRelay(Path socket, ServerSocketChannel door, Path engine) {
        this.socket = socket;
        this.door = door;
        this.engine = engine;
    }

    static EngineRelay open(Path socket) throws IOException {
        Path engine = Path.of(EngineAddress.find(System.getenv()).uri().getPath());
        ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        door.bind(UnixDomainSocketAddress.of(socket));
        EngineRelay relay = new EngineRelay(socket, door, engine);
        inBackground(relay::accept);
        return relay;
    }

    Path socket() {
        return socket;
    }

    @Override
    public void close() throws IOException {
        cut();
    }

    /** From now on nobody answers. */
    void cut() throws IOException {
        door.close();
        Files.deleteIfExists(socket);
        for (SocketChannel channel : open) {
            channel.close();
        }
    }

    private void accept() throws IOException {
        while (door.isOpen()) {
            SocketChannel client = door.accept();
            SocketChannel server = SocketChannel.open(UnixDomainSocketAddress.of(engine));
            open.add(client);
            open.add(server);
            inBackground(() -> copy(client, server));
            inBackground(() -> copy(server, client));
        }
    }

    private static void copy(SocketChannel from, SocketChannel to) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(8192);
        while (from.read(bytes) >= 0) {
            bytes.flip();
            while (bytes.hasRemaining()) {
                to.write(bytes);
            }
            bytes.clear();
        }
        to.shutdownOutput();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void inBackground(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // The relay was closed, which is what it is for.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
