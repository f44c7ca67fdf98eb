package quorumbook.labs.cluster.container;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateNetworkCmd;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ContainerNetwork;
import com.github.dockerjava.api.model.Network;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.NodeId;

/**
 * The two networks of a cluster. Servers speak to each other over {@code peers}, by name; clients on this machine come in
 * over {@code access}, on which servers cannot reach each other. So a server that left {@code peers} is isolated, and still
 * tells a client what it believes.
 */
record Networks(Engine engine, String access, String peers, Subnet addresses) {
    private static final int ATTEMPTS = 5;
    private static final Logger LOG = LoggerFactory.getLogger(Networks.class);

    static Networks create(Engine engine, Labels labels, String cluster, List<NodeId> nodes) {
        // Without icc a container on this network reaches no other one. Without masquerading it gets no answer from
        // anywhere
        // beyond this machine: an isolated broker goes on calling its peers' addresses, and where a proxy answers for
        // every
        // address, it took "HTTP" for the length of a message and died of it.
        String access = create(
                engine,
                docker -> docker.createNetworkCmd()
                        .withName(cluster + "-access")
                        .withOptions(Map.of(
                                "com.docker.network.bridge.enable_icc", "false",
                                "com.docker.network.bridge.enable_ip_masquerade", "false"))
                        .withLabels(labels.ofRun()));
        try {
            for (int attempt = 1; ; attempt++) {
                Subnet subnet = freeSubnet(engine, labels, cluster, nodes);
                try {
                    return new Networks(engine, access, peers(engine, labels, cluster, subnet), subnet);
                } catch (ClusterException e) {
                    if (attempt == ATTEMPTS) {
                        throw e;
                    }
                    LOG.info("{} was taken meanwhile, choosing another", subnet, e);
                }
            }
        } catch (RuntimeException e) {
            remove(engine, access);
            throw e;
        }
    }

    /**
     * The engine keeps a node's address over a restart only in a subnet that was asked for. Without that, two controllers
     * that were both down may come back with each other's address, and a broker's open connection leads to the wrong one.
     */
    private static Subnet freeSubnet(Engine engine, Labels labels, String cluster, List<NodeId> nodes) {
        String probe = create(
                engine,
                docker -> docker.createNetworkCmd()
                        .withName(cluster + "-subnet")
                        .withInternal(true)
                        .withLabels(labels.ofRun()));
        try {
            return Subnet.of(
                    engine.ask(
                                    "looking at a network",
                                    docker -> docker.inspectNetworkCmd()
                                            .withNetworkId(probe)
                                            .exec())
                            .getIpam()
                            .getConfig()
                            .get(0)
                            .getSubnet(),
                    nodes);
        } finally {
            remove(engine, probe);
        }
    }

    /** An internal network alone would still let servers reach this machine's ports through its gateway. */
    private static String peers(Engine engine, Labels labels, String cluster, Subnet subnet) {
        return create(
                engine,
                docker -> docker.createNetworkCmd()
                        .withName(cluster + "-peers")
                        .withInternal(true)
                        .withIpam(new Network.Ipam().withConfig(new Network.Ipam.Config().withSubnet(subnet.written())))
                        .withOptions(Map.of("com.docker.network.bridge.inhibit_ipv4", "true"))
                        .withLabels(labels.ofRun()));
    }

    private static String create(Engine engine, Function<DockerClient, CreateNetworkCmd> command) {
        try {
            return engine.ask(
                    "creating a network",
                    docker -> command.apply(docker).withDriver("bridge").exec().getId());
        } catch (DockerException e) {
            throw new ClusterException(
                    "The Docker engine cannot create a network ("
                            + String.valueOf(e.getMessage()).strip()
                            + "). If it has no addresses left, docker network prune frees those that nothing uses.",
                    e);
        }
    }

    void join(NodeId node, String container) {
        ContainerNetwork place = new ContainerNetwork()
                .withAliases(node.toString())
                .withIpamConfig(new ContainerNetwork.Ipam().withIpv4Address(addresses.of(node)));
        engine.ask(
                "connecting " + node,
                docker -> docker.connectToNetworkCmd()
                        .withNetworkId(peers)
                        .withContainerId(container)
                        .withContainerNetwork(place)
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
