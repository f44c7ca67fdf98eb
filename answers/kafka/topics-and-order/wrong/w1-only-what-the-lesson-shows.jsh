// caught by: topic-has-its-shape
// The topic of the lesson is played with, the exercise is not touched.
kafka-topics --create --topic play --partitions 2 --replication-factor 3
try (var sender = producer()) {
    for (int n = 1; n <= 8; n++) {
        sender.send(new ProducerRecord<>("play", "key" + n, "" + n));
    }
}
