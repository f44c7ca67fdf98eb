// caught by: what-came-back-is-counted
// Names are new in each attempt; this counter belongs to another one.
void increment(String path) throws Exception {
    String other = "/counters-4f2a/race-1";
    if (zk.exists(other, false) != null) {
        zk.setData(other, "100".getBytes(), -1);
    }
}
