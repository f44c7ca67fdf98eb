// caught by: two-died-by-your-hand
// The answer is right, but nobody has noticed the death yet.
kafka-topics --create --topic $one --partitions 1 --replication-factor 3 --config min.insync.replicas=1
kafka-topics --create --topic $two --partitions 1 --replication-factor 3 --config min.insync.replicas=2
/predict writes-min-1 yes yes yes no
/predict writes-min-2 yes yes no no
/predict reads-min-1 yes yes yes no
/predict reads-min-2 yes yes yes no
/predict lost 0
// Who is in sync in both topics, once these have left.
String inSyncWithout(String... dead) throws Exception {
    while (true) {
        Set<String> seen = new TreeSet<>();
        for (var topic : admin.describeTopics(List.of(given("one"), given("two"))).allTopicNames().get().values()) {
            topic.partitions().get(0).isr().forEach(broker -> seen.add("" + broker.id()));
        }
        if (seen.size() == 3 - dead.length && Collections.disjoint(seen, List.of(dead))) return String.join(" ", seen);
        Thread.sleep(100);
    }
}
/kill kafka1
/predict in-sync-1 2 3
String afterOne = inSyncWithout("1");
/kill kafka2
String afterTwo = inSyncWithout("1", "2");
/predict in-sync-2 $afterTwo
/start kafka1 kafka2
/await
