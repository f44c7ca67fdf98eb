// The topic by the admin client; every event is awaited before the next is sent; more events than asked for.
int partitionOf(String key, int partitions) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    return org.apache.kafka.common.utils.Utils.toPositive(org.apache.kafka.common.utils.Utils.murmur2(bytes)) % partitions;
}
String topic = given("topic");
int few = Integer.parseInt(given("partitions"));
int more = Integer.parseInt(given("more"));
List<String> keys = List.of(given("ana"), given("ben"), given("cleo"));
/predict order-within partition
Map<String, Integer> where = new TreeMap<>();
keys.forEach(key -> where.put(key, partitionOf(key, few)));
/predict partitions-before $where
admin.createTopics(List.of(new NewTopic(topic, few, (short) 3))).all().get();
void send(int from, int to, KafkaProducer<String, String> sender) throws Exception {
    for (String key : keys) {
        for (int n = from; n <= to; n++) {
            sender.send(new ProducerRecord<>(topic, key, String.valueOf(n))).get();
        }
    }
    sender.close();
}
while (!admin.listTopics().names().get().contains(topic));
send(1, 5, producer());
Set<String> moved = new TreeSet<>(keys);
moved.removeIf(key -> partitionOf(key, few) == partitionOf(key, more));
/predict moving-keys $moved
// One more goes where it went before.
send(6, 6, producer());
admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(more))).all().get();
var late = producer(Map.of("metadata.max.age.ms", 100));
while (late.partitionsFor(topic).size() < more);
send(7, 9, late);
Set<String> stayed = new TreeSet<>(keys);
stayed.removeAll(moved);
/predict still-in-order $stayed
