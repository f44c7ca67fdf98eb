// caught by: moves-were-foretold
// It asked for the partitions before there were more, and asks again in five minutes.
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
var sender = producer();
void send(int from, int to) throws Exception {
    for (int n = from; n <= to; n++) {
        for (String key : keys) {
            sender.send(new ProducerRecord<>(topic, key, "" + n)).get();
        }
    }
}
/predict partitions-before $where
kafka-topics --create --topic $topic --partitions $partitions --replication-factor 3
send(1, 3);
/predict moving-keys $moving
kafka-topics --alter --topic $topic --partitions $more
send(4, 6);
/predict still-in-order $staying
/predict order-within partition
