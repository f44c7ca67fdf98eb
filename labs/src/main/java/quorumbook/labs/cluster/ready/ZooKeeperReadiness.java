package quorumbook.labs.cluster.ready;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import quorumbook.labs.cluster.Cluster;
import quorumbook.labs.cluster.Endpoint;
import quorumbook.labs.cluster.NodeSpec;
import quorumbook.labs.cluster.NodeSpec.Duty;
import quorumbook.labs.cluster.ready.Awaited.Hopeless;
import quorumbook.labs.cluster.ready.Awaited.Ready;
import quorumbook.labs.cluster.ready.Awaited.Waiting;

/** A quorum has formed around one leader, every running server serves, and a client's sync comes back. */
final class ZooKeeperReadiness {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Cluster cluster;
    private final List<NodeSpec> running;

    ZooKeeperReadiness(Cluster cluster, List<NodeSpec> running) {
        this.cluster = cluster;
        this.running = running;
    }

    Awaited formed() {
        long voters = voters(cluster.spec().nodes());
        long quorum = voters / 2 + 1;
        if (voters(running) < quorum) {
            return new Hopeless(
                    running.get(0).id(),
                    "cannot serve: a quorum is " + quorum + " of " + voters + " voters, and " + voters(running)
                            + " run");
        }
        List<String> modes = new ArrayList<>();
        for (NodeSpec server : running) {
            try {
                String answer = FourLetterWord.ask(cluster.client(server.id()), "srvr", PATIENCE);
                if (FourLetterWord.mode(answer).isEmpty()) {
                    return new Waiting("electing", server.id(), "to serve; it says: " + answer.strip());
                }
                modes.add(FourLetterWord.mode(answer).get());
            } catch (IOException e) {
                return new Waiting(
                        "starting " + server.id(),
                        server.id(),
                        "to answer at " + cluster.client(server.id()) + " (" + e.getMessage() + ")");
            }
        }
        long leaders = modes.stream()
                .filter(mode -> mode.equals("leader") || mode.equals("standalone"))
                .count();
        return leaders == 1
                ? new Ready()
                : new Waiting("electing", running.get(0).id(), "and its peers to have one leader; they say " + modes);
    }

    /** That each server says so is not enough: one is to bring a client's request to the leader and back. */
    Awaited serves() {
        NodeSpec server = running.get(0);
        Endpoint address = cluster.client(server.id());
        try {
            return SyncProbe.failure(new InetSocketAddress(address.host(), address.port()), PATIENCE)
                    .<Awaited>map(instead -> unserved(server, instead))
                    .orElseGet(Ready::new);
        } catch (IOException e) {
            return unserved(server, String.valueOf(e.getMessage()));
        }
    }

    private static Waiting unserved(NodeSpec server, String instead) {
        return new Waiting("checking", server.id(), "to serve a client's sync; " + instead);
    }

    private static long voters(List<NodeSpec> nodes) {
        return nodes.stream().filter(node -> node.duty() == Duty.VOTER).count();
    }
}
