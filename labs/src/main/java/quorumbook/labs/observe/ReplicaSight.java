package quorumbook.labs.observe;

import java.util.OptionalLong;

/**
 * One copy of a partition, as its own broker says; what that broker did not say is empty.
 *
 * @param broker its {@code node.id}
 * @param logEnd the offset after its last record
 * @param highWatermark the offset up to which it knows that every in-sync replica has the records
 */
public record ReplicaSight(int broker, boolean inSync, OptionalLong logEnd, OptionalLong highWatermark) {}
