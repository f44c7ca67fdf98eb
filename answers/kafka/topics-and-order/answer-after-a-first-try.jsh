// The first topic was a try: another of the same name begins from nothing.
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
kafka-topics --create --topic $topic --partitions $partitions --replication-factor 3
send(1, 2, few);
/predict partitions-before $where
kafka-topics --delete --topic $topic
while (admin.listTopics().names().get().contains(topic));
kafka-topics --create --topic $topic --partitions $partitions --replication-factor 3
send(1, 3, few);
/predict moving-keys $moving
// Partitions are not added yet: these go where the others went.
send(4, 4, few);
kafka-topics --alter --topic $topic --partitions $more
send(5, 7, more);
/predict still-in-order $staying
/predict order-within partition
