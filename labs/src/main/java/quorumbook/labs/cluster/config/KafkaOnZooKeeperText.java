package quorumbook.labs.cluster.config;

import java.util.stream.Collectors;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.NodeSpec;

/** server.properties of Kafka 3.9 in ZooKeeper mode. */
record KafkaOnZooKeeperText(ClusterSpec spec) {
    // A broker that starts beside its ensemble ends if it finds none in time; unset, that is the session time-out.
    private static final int CONNECTION_MILLIS = 60_000;

    String write(NodeSpec node, Layout layout) {
        Properties text = Properties.empty()
                .with("broker.id", node.serverId())
                .with("zookeeper.connect", connect(layout))
                .with("zookeeper.session.timeout.ms", Timeouts.BROKER_IN_ZOOKEEPER.toMillis())
                .with("zookeeper.connection.timeout.ms", CONNECTION_MILLIS)
                .with("log.dirs", layout.dataFolder());
        text = Listeners.write(text, node, layout);
        return BrokerText.topics(text, nodes(NodeId.Kind.KAFKA)).text();
    }

    private String connect(Layout layout) {
        return spec.nodes().stream()
                .map(NodeSpec::id)
                .filter(id -> id.kind() == NodeId.Kind.ZK)
                .map(id -> layout.seen(id).client().toString())
                .collect(Collectors.joining(","));
    }

    private int nodes(NodeId.Kind kind) {
        return (int)
                spec.nodes().stream().filter(node -> node.id().kind() == kind).count();
    }
}
