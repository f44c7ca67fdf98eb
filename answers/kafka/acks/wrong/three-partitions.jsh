// caught by: topic-keeps-three-copies
// Takes partitions for copies.
/predict acks-0 yes
/predict acks-1 yes
/predict acks-all no
kafka-topics --create --topic $topic --partitions 3 --replication-factor 3 --config min.insync.replicas=2
Map<String, Object> settings = Map.of("acks", "all", "delivery.timeout.ms", 3000, "request.timeout.ms", 1000, "linger.ms", 0);
void send(String topic, String stem, int count) throws Exception {
    try (var sender = producer(settings)) {
        for (int n = 0; n < count; n++) {
            String value = stem + n;
            sender.send(new ProducerRecord<>(topic, value), (metadata, failure) -> {
                if (failure == null) report("acknowledged", value);
            });
        }
        sender.flush();
    }
}
