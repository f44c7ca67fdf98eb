package quorumbook.labs.observe;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import quorumbook.labs.cluster.NodeId;

/** The whole cluster at one moment, servers in the order of its shape. */
public record Observation(Instant at, List<ServerSight> servers) {
    public Observation {
        servers = List.copyOf(servers);
    }

    public Optional<ServerSight> of(NodeId node) {
        return servers.stream().filter(sight -> sight.node().equals(node)).findFirst();
    }

    /** What became different since {@code before}, a sentence each without full stop: {@code "zk3 now leads"}. */
    public List<String> changesSince(Observation before) {
        return Changes.between(before, this);
    }
}
