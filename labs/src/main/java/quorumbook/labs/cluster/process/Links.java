package quorumbook.labs.cluster.process;

import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import quorumbook.labs.cluster.Endpoint;
import quorumbook.labs.cluster.NodeId;
import quorumbook.labs.cluster.config.Address;

/**
 * The links between the servers of an ensemble. Each server calls each other one at doors that nobody else knows, so that one
 * link can be cut without touching any other.
 */
final class Links implements AutoCloseable {
    private final Relay relay;
    private final List<Link> links;
    private final Map<NodeId, Map<NodeId, Address>> views;

    private Links(Relay relay, List<Link> links, Map<NodeId, Map<NodeId, Address>> views) {
        this.relay = relay;
        this.links = links;
        this.views = views;
    }

    /** @param servers where each server really listens */
    static Links between(Map<NodeId, Address> servers) throws IOException {
        Relay relay = Relay.create();
        List<Link> links = new ArrayList<>();
        Map<NodeId, Map<NodeId, Address>> views = new HashMap<>();
        servers.forEach((viewer, own) -> views.put(viewer, new HashMap<>(Map.of(viewer, own))));
        List<NodeId> ids = servers.keySet().stream().sorted().toList();
        for (int i = 0; i < ids.size(); i++) {
            for (int j = i + 1; j < ids.size(); j++) {
                NodeId one = ids.get(i);
                NodeId other = ids.get(j);
                Link link = new Link(one, other);
                links.add(link);
                ServerSocketChannel forth = relay.build();
                ServerSocketChannel back = relay.build();
                of(views, one).put(other, doors(relay, link, of(servers, other), forth, back));
                of(views, other).put(one, doors(relay, link, of(servers, one), back, forth));
            }
        }
        relay.start();
        return new Links(relay, List.copyOf(links), views);
    }

    /** The doors to one server: {@code votes} leads to its election port, where callers leave the address of {@code back}. */
    private static Address doors(
            Relay relay, Link link, Address server, ServerSocketChannel votes, ServerSocketChannel back)
            throws IOException {
        ServerSocketChannel peers = relay.build();
        relay.open(peers, new Relay.Door(link, server.peers().port(), Opening.PLAIN));
        relay.open(votes, new Relay.Door(link, server.votes().port(), new ElectionOpening(Relay.port(back))));
        return new Address(
                server.client(),
                new Endpoint(Ports.HOST, Relay.port(peers)),
                new Endpoint(Ports.HOST, Relay.port(votes)));
    }

    /** Where the server finds itself and its peers. */
    Map<NodeId, Address> seenBy(NodeId server) {
        return of(views, server);
    }

    private static <T> T of(Map<NodeId, T> each, NodeId server) {
        return Objects.requireNonNull(each.get(server));
    }

    List<Link> of(NodeId node) {
        return links.stream().filter(link -> link.touches(node)).toList();
    }

    Stream<Link> between(NodeId one, NodeId other) {
        return links.stream().filter(link -> link.joins(one, other));
    }

    void heal(Link link) {
        relay.heal(link);
    }

    @Override
    public void close() {
        relay.close();
    }
}
