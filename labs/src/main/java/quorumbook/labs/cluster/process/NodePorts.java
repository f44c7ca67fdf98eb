package quorumbook.labs.cluster.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.Endpoint;
import quorumbook.labs.cluster.HandInstalled;
import quorumbook.labs.cluster.Software;
import quorumbook.labs.cluster.config.Address;

/** The ports of one server, the same for its cluster's life, held for it until its first start. */
final class NodePorts {
    private final List<Ports.Reserved> reserved;
    private final Address address;
    private final String others;

    private NodePorts(List<Ports.Reserved> reserved, Address address, String others) {
        this.reserved = reserved;
        this.address = address;
        this.others = others;
    }

    static NodePorts reserve(Software software, Ports ports) {
        int count = software == Software.ZOOKEEPER ? 3 : 2;
        List<Ports.Reserved> reserved =
                Stream.generate(ports::reserve).limit(count).toList();
        List<Endpoint> doors = reserved.stream()
                .map(port -> new Endpoint(Ports.HOST, port.number()))
                .toList();
        // Brokers meet at the door for clients: on one machine they would gain nothing from another.
        Address address = software == Software.ZOOKEEPER
                ? new Address(doors.get(0), doors.get(1), doors.get(2))
                : new Address(doors.get(0), doors.get(0), doors.get(1));
        return new NodePorts(reserved, address, "/reset for a cluster on other ports");
    }

    /** Those that somebody else has chosen; other workbooks keep off them from now on. */
    static NodePorts claim(HandInstalled.Doors doors) {
        List<Ports.Reserved> claimed = new ArrayList<>();
        try {
            for (int port : new int[] {doors.client(), doors.quorum(), doors.election()}) {
                claimed.add(Ports.claim(port));
            }
        } catch (ClusterException e) {
            claimed.forEach(Ports.Reserved::giveUp);
            throw e;
        }
        List<Endpoint> found = claimed.stream()
                .map(port -> new Endpoint(Ports.HOST, port.number()))
                .toList();
        Address address = new Address(found.get(0), found.get(1), found.get(2));
        return new NodePorts(claimed, address, "open the lesson again with /goto for other ports");
    }

    /** How to get other ports, as half a sentence. */
    String others() {
        return others;
    }

    Address address() {
        return address;
    }

    void giveUp() {
        reserved.forEach(Ports.Reserved::giveUp);
    }

    void release() {
        reserved.forEach(Ports.Reserved::release);
    }

    /** The first of the ports that somebody else has. */
    Optional<Integer> taken() {
        return reserved.stream()
                .map(Ports.Reserved::number)
                .filter(port -> !Ports.isFree(port))
                .findFirst();
    }
}
