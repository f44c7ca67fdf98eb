// caught by: records-are-acknowledged
// The name is right; the parameters are those of a method that sends one record.
/predict acks-0 yes
/predict acks-1 yes
/predict acks-all no
kafka-topics --create --topic $topic --partitions 1 --replication-factor 3 --config min.insync.replicas=2
void send(String topic, String value) throws Exception {
    try (var sender = producer(Map.of("acks", "all"))) {
        sender.send(new ProducerRecord<>(topic, value)).get();
        report("acknowledged", value);
    }
}
