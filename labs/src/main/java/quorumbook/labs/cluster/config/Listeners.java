package quorumbook.labs.cluster.config;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import quorumbook.labs.cluster.Endpoint;
import quorumbook.labs.cluster.NodeSpec;
import quorumbook.labs.cluster.NodeSpec.Duty;
import quorumbook.labs.cluster.Software;

/** Kafka's listeners: one for clients, a second for the brokers where their address differs, one for the quorum. */
final class Listeners {
    static final String CONTROLLER = "CONTROLLER";
    private static final String CLIENT = "CLIENT";
    private static final String BROKERS = "BROKERS";

    private record Listener(String name, Endpoint endpoint) {
        @Override
        public String toString() {
            return name + "://" + Layout.written(endpoint);
        }
    }

    private Listeners() {}

    static Properties write(Properties text, NodeSpec node, Layout layout) {
        Duty duty = node.duty();
        Address binds = layout.binds();
        List<Listener> open = new ArrayList<>();
        if (duty != Duty.CONTROLLER) {
            open.addAll(brokerListeners(binds));
        }
        if (duty != Duty.BROKER) {
            open.add(new Listener(CONTROLLER, binds.votes()));
        }
        Properties listening = text.with("listeners", joined(open));
        return duty == Duty.CONTROLLER
                ? listening.with("listener.security.protocol.map", CONTROLLER + ":PLAINTEXT")
                : advertised(listening, node, layout.seen(node.id()));
    }

    private static Properties advertised(Properties text, NodeSpec node, Address own) {
        List<Listener> told = brokerListeners(own);
        String names = told.stream()
                .map(Listener::name)
                .map(name -> name + ":PLAINTEXT")
                .collect(Collectors.joining(","));
        String quorum = node.software() == Software.KAFKA ? "," + CONTROLLER + ":PLAINTEXT" : "";
        return text.with("advertised.listeners", joined(told))
                .with("listener.security.protocol.map", names + quorum)
                .with("inter.broker.listener.name", told.get(told.size() - 1).name());
    }

    private static List<Listener> brokerListeners(Address address) {
        Listener client = new Listener(CLIENT, address.client());
        return address.client().equals(address.peers())
                ? List.of(client)
                : List.of(client, new Listener(BROKERS, address.peers()));
    }

    private static String joined(List<Listener> listeners) {
        return listeners.stream().map(Listener::toString).collect(Collectors.joining(","));
    }
}
