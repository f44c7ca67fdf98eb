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
