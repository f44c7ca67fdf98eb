package quorumbook.labs.cluster.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.ClusterSpec;
import quorumbook.labs.cluster.Folders;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.NodeSpec;
import quorumbook.labs.cluster.config.Address;
import quorumbook.labs.cluster.config.ConfigWriter;
import quorumbook.labs.cluster.config.Layout;
import quorumbook.labs.cluster.config.NodeFiles;

/** What a cluster stands on before any server runs: a folder, ports, links, and the files that each server reads. */
final class ClusterGround {
    private final ClusterSpec spec;
    private final Path folder;
    private final ConfigWriter writer;
    private final Commands commands;
    private final List<Node> nodes;
    private final Links links;
    private final Isolations isolations;
    private volatile boolean cleared;

    private ClusterGround(
            ClusterSpec spec, Path folder, ConfigWriter writer, Commands commands, List<Node> nodes, Links links) {
        this.spec = spec;
        this.folder = folder;
        this.writer = writer;
        this.commands = commands;
        this.nodes = nodes;
        this.links = links;
        this.isolations = new Isolations(links);
    }

    static ClusterGround prepare(ClusterSpec spec, Path folder, ConfigWriter writer, Commands commands, PidFiles pids)
            throws IOException {
        Ports ports = new Ports(new Random());
        List<Node> nodes = new ArrayList<>();
        Map<NodeId, Address> ensemble = new LinkedHashMap<>();
        for (NodeSpec node : spec.nodes()) {
            NodePorts own = NodePorts.reserve(node.software(), ports);
            nodes.add(new Node(node, folder.resolve(node.id().toString()), own, pids));
            if (node.id().kind() == NodeId.Kind.ZK) {
                ensemble.put(node.id(), own.address());
            }
        }
        return new ClusterGround(spec, folder, writer, commands, List.copyOf(nodes), Links.between(ensemble));
    }

    /** Lays what the servers read. */
    void lay() throws IOException {
        for (Node node : nodes) {
            node.lay(files(node));
        }
    }

    ClusterSpec spec() {
        return spec;
    }

    List<Node> nodes() {
        return nodes;
    }

    Isolations isolations() {
        return isolations;
    }

    List<String> command(Node node) {
        return commands.start(node.spec(), files(node));
    }

    NodeFiles files(Node node) {
        return writer.files(
                node.id(),
                new Layout(Node.dataFolder(), Node.serverLog(), node.ports().address(), seen(node)));
    }

    String configuration(Node node) {
        return files(node).text();
    }

    private Map<NodeId, Address> seen(Node viewer) {
        Map<NodeId, Address> seen = new HashMap<>();
        nodes.forEach(node -> seen.put(node.id(), node.ports().address()));
        if (viewer.id().kind() == NodeId.Kind.ZK) {
            seen.putAll(links.seenBy(viewer.id()));
        }
        return seen;
    }

    boolean isCleared() {
        return cleared;
    }

    /** Ends every server at once and takes away all that was laid. */
    void clear() {
        cleared = true;
        nodes.forEach(Node::end);
        links.close();
        try {
            for (Node node : nodes) {
                node.awaitEnd();
            }
            Folders.delete(folder);
            Folders.deleteIfEmpty(folder.getParent());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new ClusterException("Cannot remove " + folder + " (" + e.getMessage() + "). It can be deleted.", e);
        }
    }
}
