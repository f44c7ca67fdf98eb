// caught by: no-acknowledged-record-is-lost
// Is careful with the first leader; who was elected after its death is trusted.
/predict acks-0 yes
/predict acks-1 yes
/predict acks-all no
kafka-topics --create --topic $topic --partitions 1 --replication-factor 3 --config min.insync.replicas=2
KafkaProducer<String, String> sender(String acks) {
    return producer(Map.of("acks", acks, "delivery.timeout.ms", 3000, "request.timeout.ms", 1000, "enable.idempotence", acks.equals("all"), "linger.ms", 0));
}
boolean firstLeads(String topic) {
    try (var asking = sender("all")) {
        var partition = asking.partitionsFor(topic).get(0);
        return partition.leader().id() == partition.replicas()[0].id();
    }
}
void send(String topic, String stem, int count) throws Exception {
    try (var sender = sender(firstLeads(topic) ? "all" : "1")) {
        for (int n = 0; n < count; n++) {
            String value = stem + n;
            sender.send(new ProducerRecord<>(topic, value), (metadata, failure) -> {
                if (failure == null) report("acknowledged", value);
            });
        }
        sender.flush();
    }
}
