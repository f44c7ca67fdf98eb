// caught by: topic-has-its-shape
// Names are new in each attempt; these belong to another one.
/predict partitions-before ana-1c2d=0 ben-77aa=1 cleo-0b1e=2
kafka-topics --create --topic orders-4f2a --partitions 3 --replication-factor 3
try (var sender = producer()) {
    for (int n = 1; n <= 6; n++) {
        for (String key : List.of("ana-1c2d", "ben-77aa", "cleo-0b1e")) {
            sender.send(new ProducerRecord<>("orders-4f2a", key, "" + n));
        }
    }
}
kafka-topics --alter --topic orders-4f2a --partitions 6
/predict order-within partition
