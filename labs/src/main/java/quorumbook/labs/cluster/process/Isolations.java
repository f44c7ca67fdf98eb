package quorumbook.labs.cluster.process;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.ClusterException;
import quorumbook.labs.cluster.NodeId;

/** Which links of an ensemble are cut, and whom that isolates. */
final class Isolations {
    private static final Duration LOOK_FOR_BYTES = Duration.ofSeconds(1);

    private final Links links;
    private final Set<NodeId> isolated = ConcurrentHashMap.newKeySet();

    Isolations(Links links) {
        this.links = links;
    }

    boolean isIsolated(NodeId node) {
        return isolated.contains(node);
    }

    List<String> isolate(NodeId node) throws InterruptedException {
        if (!isolated.add(node)) {
            throw new ClusterException(node + " is isolated already; /rejoin " + node + " heals it.");
        }
        return hold(links.of(node));
    }

    List<String> cut(NodeId one, NodeId other) throws InterruptedException {
        List<Link> link = links.between(one, other).toList();
        if (link.isEmpty()) {
            throw new ClusterException(one + " has no link to " + other + ".");
        }
        if (link.get(0).isHeld()) {
            throw new ClusterException("The link " + link.get(0) + " is cut already; /rejoin " + one + " heals it.");
        }
        return hold(link);
    }

    /** Heals every link of the node but those to a peer that is itself isolated. */
    List<String> rejoin(NodeId node) {
        List<Link> held = links.of(node).stream().filter(Link::isHeld).toList();
        if (held.isEmpty()) {
            throw new ClusterException(node + " is not isolated, and no link of it is cut.");
        }
        isolated.remove(node);
        List<Link> healing = held.stream()
                .filter(link -> isolated.stream().noneMatch(link::touches))
                .toList();
        long bytes = healing.stream().mapToLong(Link::heldBytes).sum();
        healing.forEach(links::heal);
        return List.of(
                "passing again: " + names(healing),
                bytes + " bytes had been held",
                "still cut: "
                        + names(held.stream()
                                .filter(link -> !healing.contains(link))
                                .toList()));
    }

    /** Servers of a quorum ping each other twice a tick: bytes that get stuck show that the cut is where it should be. */
    private static List<String> hold(List<Link> cut) throws InterruptedException {
        List<Link> fresh = cut.stream().filter(link -> !link.isHeld()).toList();
        fresh.forEach(Link::hold);
        Eventually.Sight<Long> stuck = Eventually.look(
                LOOK_FOR_BYTES, () -> cut.stream().mapToLong(Link::heldBytes).sum(), bytes -> bytes > 0);
        return List.of("cut: " + names(cut), stuck.last().orElse(0L) + " bytes stuck in it so far");
    }

    private static String names(List<Link> links) {
        return links.isEmpty()
                ? "none"
                : String.join(", ", links.stream().map(Link::toString).toList());
    }
}
