package quorumbook.labs.cluster.config;

import java.util.stream.Collectors;
import quorumbook.labs.cluster.KRaft;
import quorumbook.labs.cluster.NodeSpec;
import quorumbook.labs.cluster.NodeSpec.Duty;

/** server.properties of Kafka with its own metadata quorum. */
record KRaftText(KRaft kraft) {
    String write(NodeSpec node, Layout layout) {
        Properties text = Properties.empty()
                .with("process.roles", roles(node.duty()))
                .with("node.id", node.serverId())
                .with("controller.quorum.voters", voters(layout))
                .with("controller.listener.names", Listeners.CONTROLLER)
                .with("log.dirs", layout.dataFolder())
                .with("broker.session.timeout.ms", Timeouts.BROKER_SESSION.toMillis())
                .with("broker.heartbeat.interval.ms", Timeouts.BROKER_HEARTBEAT.toMillis());
        text = Listeners.write(text, node, layout);
        text = BrokerText.topics(text, kraft.brokers());
        return BrokerText.share(text, kraft.brokers()).text();
    }

    private static String roles(Duty duty) {
        return switch (duty) {
            case BROKER_AND_CONTROLLER -> "broker,controller";
            case BROKER -> "broker";
            case CONTROLLER -> "controller";
            case VOTER, OBSERVER -> throw new IllegalArgumentException(duty + " is no duty of Kafka's");
        };
    }

    private String voters(Layout layout) {
        return kraft.nodes().stream()
                .filter(node -> node.duty() != Duty.BROKER)
                .map(node -> node.serverId() + "@" + layout.seen(node.id()).votes())
                .collect(Collectors.joining(","));
    }
}
