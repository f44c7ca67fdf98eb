package quorumbook.repl.desk;

import java.util.Set;
import java.util.stream.Collectors;
import quorumbook.labs.Attempt;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.NodeSpec;
import quorumbook.repl.engine.Connections;

/** Where the learner's Java reaches the cluster of an attempt. */
final class Reach {
    private Reach() {}

    static Connections of(Attempt attempt) {
        return new Connections(
                attempt.cluster().connectString(),
                attempt.cluster().bootstrapServers(),
                attempt.given().values(),
                brokers(attempt.cluster()));
    }

    /**
     * Where any broker is reached: each tells clients of the others. No ZooKeeper server does, and a copy of a program that is
     * given relays must not find the way past them.
     */
    static Set<String> brokers(Cluster cluster) {
        return cluster.spec().nodes().stream()
                .map(NodeSpec::id)
                .filter(id -> id.kind() == NodeId.Kind.KAFKA)
                .map(id -> cluster.client(id).toString())
                .collect(Collectors.toUnmodifiableSet());
    }
}
