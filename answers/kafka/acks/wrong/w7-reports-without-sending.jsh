// caught by: no-acknowledged-record-is-lost
// Reported in full, and never sent.
/predict acks-0 yes
/predict acks-1 yes
/predict acks-all no
kafka-topics --create --topic $topic --partitions 1 --replication-factor 3 --config min.insync.replicas=2
void send(String topic, String stem, int count) {
    for (int n = 0; n < count; n++) report("acknowledged", stem + n);
}
