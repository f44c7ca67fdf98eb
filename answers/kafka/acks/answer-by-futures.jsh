// The topic is mended by a second command, and each future is asked what became of its record.
kafka-topics --create --topic $topic --partitions 1 --replication-factor 3
kafka-configs --alter --entity-type topics --entity-name $topic --add-config min.insync.replicas=2
/predict acks-all no
/predict acks-1 YES
/predict acks-0 yes
void send(String topic, String stem, int count) throws Exception {
    try (var sender = producer(Map.of("acks", "-1", "delivery.timeout.ms", 3000, "request.timeout.ms", 1000))) {
        Map<String, Future<RecordMetadata>> fates = new LinkedHashMap<>();
        for (int n = 0; n < count; n++) {
            fates.put(stem + n, sender.send(new ProducerRecord<>(topic, "key " + n % 7, stem + n)));
        }
        sender.flush();
        for (var fate : fates.entrySet()) {
            try {
                fate.getValue().get();
                report("acknowledged", fate.getKey());
            } catch (ExecutionException notAcknowledged) {
                System.out.println(fate.getKey() + ": " + notAcknowledged.getCause());
            }
        }
    }
}
