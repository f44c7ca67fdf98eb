package quorumbook.labs.cluster.config;

import java.util.Map;
import quorumbook.labs.cluster.Endpoint;
import quorumbook.labs.cluster.NodeId;

/**
 * Where one node lives and where it finds the others. Every node may have a view of its own, so that each link between two
 * can lead through a relay.
 *
 * @param dataFolder as the server sees it: absolute, or {@code ./…} from the folder that it is started in
 * @param serverLog the file that the server writes its log to, likewise; empty text: standard output
 * @param binds what the node itself opens
 * @param seen every node of the shape, as seen from this one; for itself what it tells others about itself. A ZooKeeper
 *     server does not connect to its peers' client doors: their hosts may be empty
 */
public record Layout(String dataFolder, String serverLog, Address binds, Map<NodeId, Address> seen) {
    public Layout {
        seen = Map.copyOf(seen);
        // Properties files take a backslash for an escape; every JVM takes a slash.
        dataFolder = dataFolder.replace('\\', '/');
        serverLog = serverLog.replace('\\', '/');
    }

    Address seen(NodeId node) {
        Address address = seen.get(node);
        if (address == null) {
            throw new IllegalArgumentException("the layout has no address for " + node);
        }
        return address;
    }

    /** {@code host:port}, or {@code :port} when open on every interface. */
    static String written(Endpoint endpoint) {
        return endpoint.host() + ":" + endpoint.port();
    }
}
