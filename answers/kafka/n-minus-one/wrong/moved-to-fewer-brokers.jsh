// caught by: a-replica-on-each-broker
// Three replicas at first; then they are moved, and two are left.
kafka-topics --create --topic $one --partitions 1 --replication-factor 3 --config min.insync.replicas=1
kafka-topics --create --topic $two --partitions 1 --replication-factor 3 --config min.insync.replicas=2
var few = Optional.of(new NewPartitionReassignment(List.of(1, 2)));
admin.alterPartitionReassignments(Map.of(new TopicPartition(given("two"), 0), few)).all().get();
while (!admin.listPartitionReassignments().reassignments().get().isEmpty()) Thread.sleep(10);
int replicas() throws Exception {
    return admin.describeTopics(List.of(given("two"))).allTopicNames().get().get(given("two")).partitions().get(0).replicas().size();
}
while (replicas() != 2) Thread.sleep(10);
/predict writes-min-1 yes yes yes no
/predict writes-min-2 yes yes no no
/predict reads-min-1 yes yes yes no
/predict reads-min-2 yes yes yes no
/predict lost 0
