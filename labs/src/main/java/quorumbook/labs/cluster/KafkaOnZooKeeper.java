package quorumbook.labs.cluster;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import quorumbook.labs.cluster.NodeSpec.Duty;

/** Kafka 3.9 on a ZooKeeper ensemble: the controller is whoever creates {@code /controller} first. */
public record KafkaOnZooKeeper(int brokers, Ensemble ensemble) implements ClusterSpec {
    @Override
    public List<NodeSpec> nodes() {
        Stream<NodeSpec> kafka = IntStream.rangeClosed(1, brokers)
                .mapToObj(
                        number -> new NodeSpec(NodeId.kafka(number), Software.KAFKA_ON_ZOOKEEPER, Duty.BROKER, number));
        return Stream.concat(ensemble.nodes().stream(), kafka).toList();
    }

    @Override
    public Initially initially() {
        return ensemble.initially();
    }

    @Override
    public String describe() {
        return (brokers == 1 ? "one Kafka 3.9 broker" : brokers + " Kafka 3.9 brokers") + " on " + ensemble.describe();
    }
}
