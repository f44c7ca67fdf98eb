// caught by: what-came-back-is-counted
// A refused increment is forgotten, and nobody hears of it.
void increment(String path) throws Exception {
    Stat stat = new Stat();
    int seen = Integer.parseInt(new String(zk.getData(path, false, stat)));
    try {
        zk.setData(path, Integer.toString(seen + 1).getBytes(), stat.getVersion());
    } catch (KeeperException.BadVersionException e) {
        // too bad
    }
}
