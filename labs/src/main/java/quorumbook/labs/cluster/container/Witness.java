package quorumbook.labs.cluster.container;

import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import quorumbook.labs.await.Eventually;
import quorumbook.labs.cluster.ClusterException;

/** Sees for itself that a verb took effect; the engine's "done" alone is no proof. */
record Witness(Networks networks, Clock clock) {
    private static final Duration EFFECT = Duration.ofSeconds(10);
    private static final int CONNECT_MILLIS = 1_000;
    private static final int KILLED = 137;

    List<String> running(ContainerNode node, String verb) {
        ContainerState state = see(
                node, verb, seen -> Boolean.TRUE.equals(seen.getRunning()) && !Boolean.TRUE.equals(seen.getPaused()));
        return List.of("container " + node.name() + " runs as process " + state.getPidLong());
    }

    List<String> ended(ContainerNode node, String verb) {
        ContainerState state = see(node, verb, seen -> !Boolean.TRUE.equals(seen.getRunning()));
        long code = Optional.ofNullable(state.getExitCodeLong()).orElse(-1L);
        String how = "stopped".equals(verb) && code == KILLED ? ", killed because it did not end when asked" : "";
        List<String> evidence = new ArrayList<>();
        evidence.add("container " + node.name() + " has exited with code " + code + how);
        if (!answers(node)) {
            evidence.add(address(node) + " refuses");
        }
        return evidence;
    }

    List<String> paused(ContainerNode node) {
        see(node, "paused", seen -> Boolean.TRUE.equals(seen.getPaused()));
        return List.of("container " + node.name() + " is frozen");
    }

    List<String> wiped(ContainerNode node, List<String> left) {
        String what = left.isEmpty() ? "is empty" : "holds " + String.join(", ", left) + " and nothing else";
        return List.of("the data folder of " + node.id() + " " + what);
    }

    List<String> isolated(ContainerNode node) {
        await(node, "isolated", () -> address(node, networks).isEmpty());
        List<String> evidence = new ArrayList<>();
        evidence.add(node.id() + " has no address any more on the network of its peers");
        if (answers(node)) {
            evidence.add(address(node) + " still accepts clients");
        }
        return evidence;
    }

    /** What was healed, and the node's address if it runs. */
    List<String> rejoined(ContainerNode node, List<String> healed) {
        List<String> evidence = new ArrayList<>(healed);
        if (node.isRunning()) {
            await(node, "rejoined", () -> address(node, networks).isPresent());
            address(node, networks).ifPresent(address -> evidence.add(node.id() + " has the address " + address));
        }
        return evidence;
    }

    private static Optional<String> address(ContainerNode node, Networks networks) {
        return networks.addressAmongPeers(node.id(), node.container());
    }

    private static ContainerState see(ContainerNode node, String verb, Predicate<ContainerState> effect) {
        try {
            Eventually.Sight<ContainerState> sight = Eventually.look(EFFECT, node::state, effect);
            if (sight.satisfied()) {
                return sight.value();
            }
            String last = sight.last().map(ContainerState::getStatus).orElse("unknown");
            throw new ClusterException(node.id() + " was not " + verb + " within " + EFFECT.toSeconds()
                    + " s: the engine says that its container is " + last);
        } catch (InterruptedException e) {
            throw interrupted(node, verb, e);
        }
    }

    private static void await(ContainerNode node, String verb, Callable<Boolean> effect) {
        try {
            if (!Eventually.holds(EFFECT, effect)) {
                throw new ClusterException(node.id() + " was not " + verb + " within " + EFFECT.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            throw interrupted(node, verb, e);
        }
    }

    private static ClusterException interrupted(ContainerNode node, String verb, InterruptedException e) {
        Thread.currentThread().interrupt();
        return new ClusterException("interrupted before " + node.id() + " was seen " + verb, e);
    }

    private static boolean answers(ContainerNode node) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", node.recipe().port()), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String address(ContainerNode node) {
        return "127.0.0.1:" + node.recipe().port();
    }
}
