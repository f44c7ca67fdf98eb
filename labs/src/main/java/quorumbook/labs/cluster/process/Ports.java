package quorumbook.labs.cluster.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.PortClaim;
import quorumbook.labs.cluster.PortTaken;

/**
 * Free ports on loopback, found by binding and held until their server binds them. They lie below the range from which the
 * kernel takes the ports of outgoing connections, so that nobody gets one by chance while its server is down; a claim keeps other workbooks from them.
 */
final class Ports {
    static final String HOST = "127.0.0.1";
    private static final int FIRST = 20_000;
    private static final int EPHEMERAL = 32_768;
    private static final int ATTEMPTS = 2_000;

    private static final Logger LOG = LoggerFactory.getLogger(Ports.class);

    private final Random random;
    private final int end;

    Ports(Random random) {
        this.random = random;
        this.end = Math.max(FIRST + 1_000, ephemeral());
    }

    /** A port that nobody else can bind until it is released. Whoever connects meanwhile is refused. */
    static final class Reserved {
        private final int number;
        private final Socket socket;
        private final Runnable claim;

        /** @param claim gives back what keeps other workbooks away */
        private Reserved(int number, Socket socket, Runnable claim) {
            this.number = number;
            this.socket = socket;
            this.claim = claim;
        }

        int number() {
            return number;
        }

        /** Nobody will start a server there any more. */
        void giveUp() {
            release();
            claim.run();
        }

        /** Lets the server have it; other workbooks still leave it alone. */
        void release() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new ClusterException("Cannot release port " + number + " (" + e.getMessage() + ").", e);
            }
        }
    }

    Reserved reserve() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = FIRST + random.nextInt(end - FIRST);
            Socket socket = new Socket();
            try {
                // Bound and not listening: it holds the port, and a client is refused as by a server that is down.
                socket.setReuseAddress(false);
                socket.bind(new InetSocketAddress(HOST, port));
                Optional<PortClaim> claim = PortClaim.on(port);
                if (claim.isPresent()) {
                    return new Reserved(port, socket, claim.get()::close);
                }
            } catch (IOException taken) {
                LOG.trace("port {} is taken", port, taken);
            }
            close(socket);
        }
        throw new ClusterException("No free port was found between " + FIRST + " and " + end + " on " + HOST + " in "
                + ATTEMPTS + " attempts. End programs that hold many ports, then try again.");
    }

    /**
     * A port that was chosen elsewhere. It is not held for its server, only kept from other workbooks: two clusters of this
     * one that were given the same port share the claim.
     */
    static Reserved claim(int port) {
        if (!SharedClaims.take(port)) {
            throw new PortTaken(
                    "Port " + port + " belongs to another workbook on this machine. Leave that one, or open "
                            + "the lesson again with /goto for other ports.");
        }
        AtomicBoolean given = new AtomicBoolean();
        return new Reserved(port, new Socket(), () -> {
            if (given.compareAndSet(false, true)) {
                SharedClaims.giveBack(port);
            }
        });
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(HOST, port), 1);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether a client that connects there is refused. */
    static boolean refuses(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(HOST, port), 500);
            return false;
        } catch (java.net.ConnectException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new ClusterException("Cannot close a socket (" + e.getMessage() + ").", e);
        }
    }

    private static int ephemeral() {
        Path range = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
        try {
            return Files.isReadable(range)
                    ? Integer.parseInt(Files.readString(range).trim().split("\\s+")[0])
                    : EPHEMERAL;
        } catch (IOException | NumberFormatException e) {
            return EPHEMERAL;
        }
    }
}
