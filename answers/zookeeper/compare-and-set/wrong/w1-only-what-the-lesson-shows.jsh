// caught by: increment-is-there
// The lesson is run, the exercise is not touched.
zk get -s $root/visits
int seen = Integer.parseInt(new String(zk.getData(given("root") + "/visits", false, null)));
zk set $root/visits one-more
zk.setData(given("root") + "/visits", Integer.toString(seen + 1).getBytes(), -1);
zk set -v 1 $root/visits too-late
