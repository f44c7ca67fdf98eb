// caught by: no-lost-reply-is-counted-twice
// After ConnectionLoss the write may have been made already.
void increment(String path) throws Exception {
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
