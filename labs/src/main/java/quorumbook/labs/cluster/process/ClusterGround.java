package quorumbook.labs.cluster.process;

import java.io.IOException;
import java.nio.file.Files;
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
import quorumbook.labs.cluster.HandInstalled;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.NodeSpec;
import quorumbook.labs.cluster.config.Address;
import quorumbook.labs.cluster.config.ConfigWriter;
import quorumbook.labs.cluster.config.Layout;
import quorumbook.labs.cluster.config.NodeFiles;

/** What a cluster stands on before any server runs: a folder, ports, links, and the files that each server reads. */
final class ClusterGround {
    private static final String DATA = "data";
    private static final String KEPT = "kept";

    private final ClusterSpec spec;
    private final Path folder;
    private final ConfigWriter writer;
    private final Commands commands;
    private final List<Node> nodes;
    private final Links links;
    private final Isolations isolations;
    private final Copies copies;
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
        this.copies = new Copies(folder.resolve(KEPT));
    }

    static ClusterGround prepare(ClusterSpec spec, Path folder, ConfigWriter writer, Commands commands, PidFiles pids)
            throws IOException {
        Ports ports = new Ports(new Random());
        List<Node> nodes = new ArrayList<>();
        Map<NodeId, Address> ensemble = new LinkedHashMap<>();
        for (NodeSpec node : spec.nodes()) {
            Path home = folder.resolve(node.id().toString());
            if (spec instanceof HandInstalled theirs) {
                Disk disk = new Disk.Others(theirs, node.id());
                nodes.add(new Node(node, home, disk, NodePorts.claim(theirs.doors(node.id())), pids));
                continue;
            }
            NodePorts own = NodePorts.reserve(node.software(), ports);
            nodes.add(new Node(node, home, new Disk.Own(home.resolve(DATA)), own, pids));
            if (node.id().kind() == NodeId.Kind.ZK) {
                ensemble.put(node.id(), own.address());
            }
        }
        return new ClusterGround(spec, folder, writer, commands, List.copyOf(nodes), Links.between(ensemble));
    }

    /** Lays what the servers read, where that is ours to write. */
    void lay() throws IOException {
        for (Node node : nodes) {
            if (!(spec instanceof HandInstalled)) {
                node.lay(files(node));
            }
        }
    }

    /** Takes over what somebody else has written for the server by now; what it drops beside that will not be theirs. */
    void takeOver(Node node) throws IOException {
        if (spec instanceof HandInstalled theirs) {
            Path configuration = theirs.configuration(node.id());
            if (!Files.isRegularFile(configuration)) {
                throw new ClusterException(node.id() + " cannot start: there is no file " + configuration + ".");
            }
            node.lay(configuration, files(node));
        }
    }

    ClusterSpec spec() {
        return spec;
    }

    List<Node> nodes() {
        return nodes;
    }

    Copies copies() {
        return copies;
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
                new Layout("./" + DATA, Node.serverLog(), node.ports().address(), seen(node)));
    }

    String configuration(Node node) {
        return files(node).text();
    }

    private Map<NodeId, Address> seen(Node viewer) {
        Map<NodeId, Address> seen = new HashMap<>();
        nodes.forEach(node -> seen.put(node.id(), node.ports().address()));
        if (viewer.id().kind() == NodeId.Kind.ZK && !(spec instanceof HandInstalled)) {
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
            Folders.deleteWithEmptyParent(folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new ClusterException("Cannot remove " + folder + " (" + e.getMessage() + "). It can be deleted.", e);
        }
    }
}
