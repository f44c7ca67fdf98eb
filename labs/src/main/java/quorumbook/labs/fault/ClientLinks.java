package quorumbook.labs.fault;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.NodeSpec;

/** A {@link ClientLink} to each server of a cluster. A client that is given these addresses stays on these links. */
public final class ClientLinks implements AutoCloseable {
    private final Map<NodeId, ClientLink> links;

    private ClientLinks(Map<NodeId, ClientLink> links) {
        this.links = links;
    }

    /** Opens them all; what clients are told of brokers leads to these links too. */
    public static ClientLinks to(Cluster cluster) {
        Map<NodeId, ClientLink> links = new LinkedHashMap<>();
        Map<Integer, Integer> ports = new HashMap<>();
        BrokerNames names = new BrokerNames(ports);
        for (NodeSpec spec : cluster.spec().nodes()) {
            NodeId node = spec.id();
            if (node.kind() != NodeId.Kind.CONTROLLER) {
                ClientLink link = ClientLink.open(
                        node,
                        cluster.client(node),
                        gate -> node.kind() == NodeId.Kind.ZK
                                ? new ZooKeeperConversation(gate)
                                : new KafkaConversation(gate, names));
                links.put(node, link);
                ports.put(cluster.client(node).port(), link.endpoint().port());
            }
        }
        links.values().forEach(ClientLink::start);
        return new ClientLinks(links);
    }

    /** The link to that server. */
    public ClientLink to(NodeId node) {
        ClientLink link = links.get(node);
        if (link == null) {
            throw new ClusterException("No client calls " + node + "; there are links to " + links.keySet() + ".");
        }
        return link;
    }

    /** As the cluster's own, by way of the links. */
    public String connectString() {
        return addresses(NodeId.Kind.ZK);
    }

    /** As the cluster's own, by way of the links. */
    public String bootstrapServers() {
        return addresses(NodeId.Kind.KAFKA);
    }

    private String addresses(NodeId.Kind kind) {
        return links.values().stream()
                .filter(link -> link.node().kind() == kind)
                .map(link -> link.endpoint().toString())
                .collect(Collectors.joining(","));
    }

    @Override
    public void close() {
        List.copyOf(links.values()).forEach(ClientLink::close);
    }
}
