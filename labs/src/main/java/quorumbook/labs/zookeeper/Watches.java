package quorumbook.labs.zookeeper;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.NodeSpec;
import quorumbook.labs.observe.FourLetterWords;

/** Who watches a znode, from the four-letter word {@code wchp}: a line for the path, then one for each session, indented. */
final class Watches {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private Watches() {}

    /** How many sessions of a standalone server watch it; each counts once, however often it asked. */
    static int on(String path, Cluster cluster) {
        NodeId server = cluster.spec().nodes().stream()
                .map(NodeSpec::id)
                .filter(node -> node.kind() == NodeId.Kind.ZK)
                .findFirst()
                .orElseThrow();
        String answer = FourLetterWords.ask("wchp", Map.of(server, cluster.client(server)), PATIENCE)
                .get(server);
        // Where nobody watches anything, the server says nothing but a line end.
        if (answer == null) {
            throw new ClusterException(server + " does not say who watches what. Does it run?");
        }
        return count(path, answer);
    }

    static int count(String path, String answer) {
        List<String> lines = answer.lines().toList();
        int at = lines.indexOf(path);
        return at < 0
                ? 0
                : (int) lines.stream()
                        .skip(at + 1L)
                        .takeWhile(line -> line.startsWith("\t") || line.startsWith(" "))
                        .count();
    }
}
