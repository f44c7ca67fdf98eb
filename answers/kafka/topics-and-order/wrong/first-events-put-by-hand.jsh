// caught by: partitions-were-added-later
// All partitions are there from the start; the first events were put where fewer would have had them.
int partitionOf(String key, int partitions) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    return org.apache.kafka.common.utils.Utils.toPositive(org.apache.kafka.common.utils.Utils.murmur2(bytes)) % partitions;
}
String topic = given("topic");
int few = Integer.parseInt(given("partitions"));
int more = Integer.parseInt(given("more"));
List<String> keys = List.of(given("ana"), given("ben"), given("cleo"));
String where = keys.stream().map(key -> key + "=" + partitionOf(key, few)).collect(Collectors.joining(" "));
List<String> moving = keys.stream().filter(key -> partitionOf(key, few) != partitionOf(key, more)).toList();
List<String> staying = keys.stream().filter(key -> !moving.contains(key)).toList();
// A new producer may ask a broker that has not heard of new partitions yet: take one that knows them all.
KafkaProducer<String, String> producerThatKnows(int partitions) {
    var sender = producer();
    while (sender.partitionsFor(topic).size() < partitions) {
        sender.close();
        sender = producer();
    }
    return sender;
}
void send(int from, int to, int partitions) {
    try (var sender = producerThatKnows(partitions)) {
        for (int n = from; n <= to; n++) {
            for (String key : keys) {
                sender.send(new ProducerRecord<>(topic, key, "" + n));
            }
        }
    }
}
/predict partitions-before $where
kafka-topics --create --topic $topic --partitions $more --replication-factor 3
try (var sender = producerThatKnows(more)) {
    for (int n = 1; n <= 3; n++) {
        for (String key : keys) {
            sender.send(new ProducerRecord<>(topic, partitionOf(key, few), key, "" + n));
        }
    }
}
/predict moving-keys $moving
send(4, 6, more);
/predict still-in-order $staying
/predict order-within partition
