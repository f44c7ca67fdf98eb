package quorumbook.labs.cluster.ready;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.client.ZKClientConfig;
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
    private static final int SESSION_MILLIS = 10_000;

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

    /** A session at each server is the only proof that a request goes through it to the leader and comes back. */
    Awaited serves() throws IOException, InterruptedException {
        List<Session> sessions = new ArrayList<>();
        try {
            for (NodeSpec server : running) {
                sessions.add(Session.open(server, cluster.client(server.id())));
            }
            for (Session session : sessions) {
                Optional<String> failure = session.failure();
                if (failure.isPresent()) {
                    return new Waiting("checking", session.server().id(), "to serve a client's sync; " + failure.get());
                }
            }
            return new Ready();
        } finally {
            for (Session session : sessions) {
                session.client().close((int) PATIENCE.toMillis());
            }
        }
    }

    /** A client of one server that has asked for a sync. */
    private record Session(NodeSpec server, ZooKeeper client, CompletableFuture<Integer> synced) {
        static Session open(NodeSpec server, Endpoint address) throws IOException {
            ZKClientConfig config = new ZKClientConfig();
            config.setProperty(ZKClientConfig.ENABLE_CLIENT_SASL_KEY, "false");
            ZooKeeper client = new ZooKeeper(address.toString(), SESSION_MILLIS, event -> {}, config);
            CompletableFuture<Integer> synced = new CompletableFuture<>();
            client.sync("/", (code, path, context) -> synced.complete(code), null);
            return new Session(server, client, synced);
        }

        Optional<String> failure() throws InterruptedException {
            try {
                Code code = Code.get(synced.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
                return code == Code.OK ? Optional.empty() : Optional.of("it ended with " + code);
            } catch (TimeoutException e) {
                return Optional.of("none came in " + PATIENCE.toMillis() + " ms");
            } catch (ExecutionException e) {
                return Optional.of(String.valueOf(e.getCause()));
            }
        }
    }

    private static long voters(List<NodeSpec> nodes) {
        return nodes.stream().filter(node -> node.duty() == Duty.VOTER).count();
    }
}
