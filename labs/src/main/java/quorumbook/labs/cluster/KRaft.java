package quorumbook.labs.cluster;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import quorumbook.labs.cluster.NodeSpec.Duty;

/**
 * A Kafka cluster with its metadata quorum (KIP-500). With {@code controllers == 0} every broker is a controller too.
 */
public record KRaft(int brokers, int controllers, Initially initially) implements ClusterSpec {
    private static final int CONTROLLER_IDS_FROM = 100;

    public KRaft {
        if (brokers < 1 || controllers < 0) {
            throw new IllegalArgumentException(
                    brokers + " brokers and " + controllers + " controllers make no cluster");
        }
    }

    /** Nodes that are brokers and controllers at once. */
    public static KRaft combined(int nodes) {
        return new KRaft(nodes, 0, Initially.RUNNING);
    }

    /** Brokers on one side, controllers on the other: the brokers can die without the metadata quorum. */
    public static KRaft separate(int brokers, int controllers) {
        return new KRaft(brokers, controllers, Initially.RUNNING);
    }

    public KRaft stopped() {
        return new KRaft(brokers, controllers, Initially.STOPPED);
    }

    public boolean isCombined() {
        return controllers == 0;
    }

    @Override
    public List<NodeSpec> nodes() {
        Duty duty = isCombined() ? Duty.BROKER_AND_CONTROLLER : Duty.BROKER;
        Stream<NodeSpec> first = IntStream.rangeClosed(1, controllers)
                .mapToObj(number -> new NodeSpec(
                        NodeId.controller(number), Software.KAFKA, Duty.CONTROLLER, CONTROLLER_IDS_FROM + number));
        Stream<NodeSpec> then = IntStream.rangeClosed(1, brokers)
                .mapToObj(number -> new NodeSpec(NodeId.kafka(number), Software.KAFKA, duty, number));
        return Stream.concat(first, then).toList();
    }

    @Override
    public String describe() {
        String nodes = brokers == 1 ? "one Kafka broker" : brokers + " Kafka brokers";
        return isCombined() ? nodes : nodes + " and " + controllers + " controllers";
    }
}
