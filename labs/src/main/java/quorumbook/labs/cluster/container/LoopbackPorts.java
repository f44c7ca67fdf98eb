package quorumbook.labs.cluster.container;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.NodeId;

/**
 * Ports that were free a moment ago, below those that systems hand out by themselves: while a node is down nobody is given
 * its port by chance. Two programs may still choose the same one; whoever comes second chooses again.
 */
final class LoopbackPorts {
    private static final int FROM = 20_000;
    private static final int TO = 32_000;
    private static final int TRIES = 1_000;

    private LoopbackPorts() {}

    static Map<NodeId, Integer> choose(List<NodeId> nodes) {
        Map<NodeId, Integer> chosen = new HashMap<>();
        Set<Integer> taken = new HashSet<>();
        for (NodeId node : nodes) {
            chosen.put(node, free(taken));
        }
        return Map.copyOf(chosen);
    }

    private static int free(Set<Integer> taken) {
        for (int tried = 0; tried < TRIES; tried++) {
            int port = ThreadLocalRandom.current().nextInt(FROM, TO);
            if (isFree(port) && taken.add(port)) {
                return port;
            }
        }
        throw new ClusterException("No free port was found between " + FROM + " and " + TO + " on this machine.");
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
