package quorumbook.labs.cluster.container;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.PortClaim;

/**
 * Ports that were free a moment ago, below those that systems hand out by themselves: while a node is down nobody is given
 * its port by chance, and a claim keeps other workbooks from it.
 */
final class LoopbackPorts implements AutoCloseable {
    private static final int FROM = 20_000;
    private static final int TO = 32_000;
    private static final int TRIES = 1_000;

    private final Map<NodeId, Integer> ports;
    private final List<PortClaim> claims;

    private LoopbackPorts(Map<NodeId, Integer> ports, List<PortClaim> claims) {
        this.ports = Map.copyOf(ports);
        this.claims = List.copyOf(claims);
    }

    /** Chooses a port for each node, and keeps other workbooks from them. */
    static LoopbackPorts choose(List<NodeId> nodes) {
        Map<NodeId, Integer> chosen = new HashMap<>();
        List<PortClaim> claims = new ArrayList<>();
        for (NodeId node : nodes) {
            chosen.put(node, free(claims));
        }
        return new LoopbackPorts(chosen, claims);
    }

    private static int free(List<PortClaim> claims) {
        for (int tried = 0; tried < TRIES; tried++) {
            int port = ThreadLocalRandom.current().nextInt(FROM, TO);
            Optional<PortClaim> claim = isFree(port) ? PortClaim.on(port) : Optional.empty();
            if (claim.isPresent()) {
                claims.add(claim.get());
                return port;
            }
        }
        throw new ClusterException("No free port was found between " + FROM + " and " + TO + " on this machine.");
    }

    int of(NodeId node) {
        return Objects.requireNonNull(ports.get(node));
    }

    /** The cluster is gone. */
    @Override
    public void close() {
        claims.forEach(PortClaim::close);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
