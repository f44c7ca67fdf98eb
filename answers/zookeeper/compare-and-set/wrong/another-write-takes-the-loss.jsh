// caught by: no-lost-reply-is-counted-twice
// A write of no consequence goes first: the reply that is lost is its own. What was lost of the counter would be made again.
void increment(String path) throws Exception {
    try {
        zk.setData(given("root") + "/visits", "0".getBytes(), -1);
    } catch (KeeperException.ConnectionLossException e) {
        // Nobody needs it.
    }
    while (true) {
        try {
            Stat stat = new Stat();
            int seen = Integer.parseInt(new String(zk.getData(path, false, stat)));
            zk.setData(path, Integer.toString(seen + 1).getBytes(), stat.getVersion());
            return;
        } catch (KeeperException.BadVersionException | KeeperException.ConnectionLossException e) {
            // once more
        }
    }
}
