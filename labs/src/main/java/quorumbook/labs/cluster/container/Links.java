package quorumbook.labs.cluster.container;

import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.HostConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.NodeId;

/**
 * Single links that are cut: each end drops what it would send to the other's address. A short-lived container that shares
 * the server's network sets the route, so the server's own container needs no rights and no tools.
 */
final class Links {
    private final Engine engine;
    private final Networks networks;
    private final Labels labels;
    /** An image with the {@code ip} command, which Kafka's has and ZooKeeper's has not. */
    private final String toolbox;

    /** The pairs whose link is cut → at which end which address leads nowhere. */
    private final Map<Set<NodeId>, Map<NodeId, String>> cuts = new ConcurrentHashMap<>();

    Links(Engine engine, Networks networks, Labels labels, String toolbox) {
        this.engine = engine;
        this.networks = networks;
        this.labels = labels;
        this.toolbox = toolbox;
    }

    /** Cuts the link between two running nodes; returns what was done at either end. */
    List<String> cut(NodeId one, NodeId other, Map<NodeId, ContainerNode> nodes) {
        if (one.equals(other)) {
            throw new ClusterException(one + " has no link to " + other + ".");
        }
        if (cuts.containsKey(Set.of(one, other))) {
            throw new ClusterException(
                    "The link between " + one + " and " + other + " is cut already; /rejoin " + one + " heals it.");
        }
        try {
            return drop(one, other, nodes);
        } catch (RuntimeException e) {
            unroute(cuts.getOrDefault(Set.of(one, other), Map.of()), nodes);
            cuts.remove(Set.of(one, other));
            throw e;
        }
    }

    private List<String> drop(NodeId one, NodeId other, Map<NodeId, ContainerNode> nodes) {
        Map<NodeId, String> lost = new ConcurrentHashMap<>();
        cuts.put(Set.of(one, other), lost);
        return Together.map(List.of(List.of(one, other), List.of(other, one)), ends -> {
            String address = address(node(nodes, ends.get(1)));
            route("add", node(nodes, ends.get(0)), address);
            lost.put(ends.get(0), address);
            return ends.get(0) + " drops everything for " + ends.get(1) + " (" + address + ")";
        });
    }

    /** Heals every link of the node; returns what was done. */
    List<String> heal(NodeId node, Map<NodeId, ContainerNode> nodes) {
        List<String> healed = new ArrayList<>();
        for (Set<NodeId> pair : List.copyOf(cuts.keySet())) {
            if (pair.contains(node)) {
                unroute(cuts.getOrDefault(pair, Map.of()), nodes);
                cuts.remove(pair);
                healed.add("the link between "
                        + String.join(
                                " and ",
                                pair.stream().sorted().map(NodeId::toString).toList()) + " is whole");
            }
        }
        return healed;
    }

    /** Cuts again what was cut before the node was started anew: it has a new network, and perhaps another address. */
    void restore(NodeId started, Map<NodeId, ContainerNode> nodes) {
        for (Set<NodeId> pair : List.copyOf(cuts.keySet())) {
            NodeId peer = pair.stream()
                    .filter(node -> !node.equals(started))
                    .findFirst()
                    .orElseThrow();
            if (pair.contains(started) && node(nodes, peer).isRunning()) {
                Map<NodeId, String> before = new HashMap<>(cuts.getOrDefault(pair, Map.of()));
                before.remove(started);
                unroute(before, nodes);
                drop(started, peer, nodes);
            }
        }
    }

    private void unroute(Map<NodeId, String> lost, Map<NodeId, ContainerNode> nodes) {
        Together.map(List.copyOf(lost.entrySet()), end -> {
            ContainerNode node = node(nodes, end.getKey());
            if (node.isRunning()) {
                route("del", node, end.getValue());
            }
            return end;
        });
    }

    private static ContainerNode node(Map<NodeId, ContainerNode> nodes, NodeId id) {
        return Objects.requireNonNull(nodes.get(id));
    }

    private String address(ContainerNode node) {
        Optional<String> address = networks.addressAmongPeers(node.id(), node.container());
        return address.orElseThrow(() -> new ClusterException(
                "cannot cut a link of " + node.id() + ": it has no address among its peers, it is isolated or down"));
    }

    private void route(String change, ContainerNode node, String address) {
        HostConfig shared = HostConfig.newHostConfig()
                .withNetworkMode("container:" + node.container())
                .withCapAdd(Capability.NET_ADMIN);
        Errand.run(
                engine,
                "changing the routes of " + node.id(),
                "",
                Map.of(),
                docker -> docker.createContainerCmd(toolbox)
                        .withEntrypoint("ip")
                        .withCmd("route", change, "blackhole", address + "/32")
                        .withUser("0:0")
                        .withLabels(labels.ofRun())
                        .withHostConfig(shared));
    }
}
