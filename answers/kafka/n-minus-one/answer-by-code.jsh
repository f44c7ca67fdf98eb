// The first one as brokers have it by themselves; a kill by hand before the check does no harm.
admin.createTopics(List.of(new NewTopic(given("one"), 1, (short) 3))).all().get();
var two = new NewTopic(given("two"), 1, (short) 3).configs(Map.of("min.insync.replicas", "2"));
admin.createTopics(List.of(two)).all().get();
/predict lost 15
/predict lost none
/predict reads-min-1 Y Y Y N
/predict reads-min-2 yes, yes, yes, no
String row = "true true true false";
/predict writes-min-1 $row
/predict writes-min-2 yes yes no no
/kill kafka3
/start kafka3
/await
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
/kill kafka2
String left = inSyncWithout("2").replace(" ", ", ");
/predict in-sync-1 $left
/kill kafka3
left = inSyncWithout("2", "3");
/predict in-sync-2 $left
/start kafka3 kafka2
/await
