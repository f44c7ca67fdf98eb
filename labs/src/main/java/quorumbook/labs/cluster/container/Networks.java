package quorumbook.labs.cluster.container;

import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ContainerNetwork;
import java.util.Map;
import java.util.Optional;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.NodeId;

/**
 * The two networks of a cluster. Servers speak to each other over {@code peers}, by name; clients on this machine come in
 * over {@code access}, on which servers cannot reach each other. So a server that left {@code peers} is isolated, and still
 * tells a client what it believes.
 */
record Networks(Engine engine, String access, String peers) {
    static Networks create(Engine engine, Labels labels, String cluster) {
        // Without icc a container on this network reaches no other one.
        String access = create(
                engine,
                cluster + "-access",
                false,
                Map.of("com.docker.network.bridge.enable_icc", "false"),
                labels.ofRun());
        try {
            // An internal network alone would still let servers reach this machine's ports through its gateway.
            String peers = create(
                    engine,
                    cluster + "-peers",
                    true,
                    Map.of("com.docker.network.bridge.inhibit_ipv4", "true"),
                    labels.ofRun());
            return new Networks(engine, access, peers);
        } catch (RuntimeException e) {
            remove(engine, access);
            throw e;
        }
    }

    private static String create(
            Engine engine, String name, boolean internal, Map<String, String> options, Map<String, String> labels) {
        try {
            return engine.ask(
                    "creating the network " + name,
                    docker -> docker.createNetworkCmd()
                            .withName(name)
                            .withDriver("bridge")
                            .withInternal(internal)
                            .withOptions(options)
                            .withLabels(labels)
                            .exec()
                            .getId());
        } catch (DockerException e) {
            throw new ClusterException(
                    "The Docker engine cannot create a network ("
                            + e.getMessage().strip()
                            + "). If it has no addresses left, docker network prune frees those that nothing uses.",
                    e);
        }
    }

    void join(NodeId node, String container) {
        engine.ask(
                "connecting " + node,
                docker -> docker.connectToNetworkCmd()
                        .withNetworkId(peers)
                        .withContainerId(container)
                        .withContainerNetwork(new ContainerNetwork().withAliases(node.toString()))
                        .exec());
    }

    void leave(NodeId node, String container) {
        engine.ask(
                "disconnecting " + node,
                docker -> docker.disconnectFromNetworkCmd()
                        .withNetworkId(peers)
                        .withContainerId(container)
                        .withForce(true)
                        .exec());
    }

    /** The node's address among its peers; empty when it is isolated or not running. */
    Optional<String> addressAmongPeers(NodeId node, String container) {
        return engine
                .ask(
                        "looking at " + node,
                        docker -> docker.inspectContainerCmd(container).exec())
                .getNetworkSettings()
                .getNetworks()
                .values()
                .stream()
                .filter(network -> peers.equals(network.getNetworkID()))
                .map(ContainerNetwork::getIpAddress)
                .filter(address -> address != null && !address.isEmpty())
                .findFirst();
    }

    void remove() {
        remove(engine, access);
        remove(engine, peers);
    }

    static void remove(Engine engine, String network) {
        try {
            engine.ask(
                    "removing a network",
                    docker -> docker.removeNetworkCmd(network).exec());
        } catch (NotFoundException | ConflictException e) {
            // Gone already, or being removed by somebody else.
        }
    }
}
