package quorumbook.labs.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Optional;

/**
 * Keeps a port of 127.0.0.1 for one cluster while its server is down: no other workbook on this machine takes it then. The
 * claim is the same port of 127.0.0.2, bound and not listening; the kernel gives it back however the workbook ends. Where
 * the system has no such address (macOS), every claim is granted and nothing is kept.
 */
public final class PortClaim implements AutoCloseable {
    private static final String BESIDE = "127.0.0.2";

    private final Socket token;

    private PortClaim(Socket token) {
        this.token = token;
    }

    /** Claims the port; empty if another cluster holds it. */
    public static Optional<PortClaim> on(int port) {
        Socket token = new Socket();
        try {
            token.setReuseAddress(false);
            token.bind(new InetSocketAddress(BESIDE, port));
        } catch (BindException e) {
            if (hasAddress()) {
                return Optional.empty();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot claim port " + port, e);
        }
        return Optional.of(new PortClaim(token));
    }

    /** A port that the system chooses can always be bound there, unless there is no such address. */
    private static boolean hasAddress() {
        try (Socket any = new Socket()) {
            any.bind(new InetSocketAddress(BESIDE, 0));
            return true;
        } catch (SocketException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            token.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
