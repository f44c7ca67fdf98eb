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
                servers(attempt.cluster()));
    }

    /** Where any server of the cluster is reached: each tells clients of the others. */
    static Set<String> servers(Cluster cluster) {
        return cluster.spec().nodes().stream()
                .map(NodeSpec::id)
                .filter(id -> id.kind() != NodeId.Kind.CONTROLLER)
                .map(id -> cluster.client(id).toString())
                .collect(Collectors.toUnmodifiableSet());
    }
}
