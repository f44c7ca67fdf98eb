package quorumbook.labs.observe;

import java.util.List;
import java.util.OptionalInt;

/** One partition with its leader's {@code node.id}, if it has one, and its replicas in the order of their assignment. */
public record PartitionSight(String topic, int partition, OptionalInt leader, List<ReplicaSight> replicas) {
    public PartitionSight {
        replicas = List.copyOf(replicas);
    }
}
