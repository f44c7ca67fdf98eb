// caught by: increment-comes-back
// The first refusal ends it.
void increment(String path) throws Exception {
    Stat stat = new Stat();
    int seen = Integer.parseInt(new String(zk.getData(path, false, stat)));
    zk.setData(path, Integer.toString(seen + 1).getBytes(), stat.getVersion());
}
