package quorumbook.labs.cluster;

import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.util.Optional;

/**
 * Keeps a port of 127.0.0.1 for one cluster while its server is down: no other workbook on this machine takes it then. The
 * claim is the same port of 127.0.0.2 for datagrams, so that it is in no server's way, not even of one that listens at every
 * address; the kernel gives it back however the workbook ends. Where the system has no such address (macOS), every claim is
 * granted and nothing is kept.
 */
public final class PortClaim implements AutoCloseable {
    private static final String BESIDE = "127.0.0.2";

    private final DatagramSocket token;

    private PortClaim(DatagramSocket token) {
        this.token = token;
    }

    /** Claims the port; empty if another cluster holds it. */
    public static Optional<PortClaim> on(int port) {
        try {
            return Optional.of(new PortClaim(new DatagramSocket(new InetSocketAddress(BESIDE, port))));
        } catch (BindException e) {
            return hasAddress() ? Optional.empty() : Optional.of(new PortClaim(unbound()));
        } catch (SocketException e) {
            throw new ClusterException("Cannot claim port " + port + " (" + e.getMessage() + ").", e);
        }
    }

    private static DatagramSocket unbound() {
        try {
            return new DatagramSocket(null);
        } catch (SocketException e) {
            throw new ClusterException("Cannot open a socket (" + e.getMessage() + ").", e);
        }
    }

    /** A port that the system chooses can always be bound there, unless there is no such address. */
    private static boolean hasAddress() {
        try (DatagramSocket any = new DatagramSocket(new InetSocketAddress(BESIDE, 0))) {
            return any.isBound();
        } catch (SocketException e) {
            return false;
        }
    }

    @Override
    public void close() {
        token.close();
    }
}
