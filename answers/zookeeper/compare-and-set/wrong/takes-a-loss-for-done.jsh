// caught by: no-lost-request-is-taken-for-done
// After ConnectionLoss the write may never have been made.
void increment(String path) throws Exception {
    while (true) {
        try {
            Stat stat = new Stat();
            int seen = Integer.parseInt(new String(zk.getData(path, false, stat)));
            zk.setData(path, Integer.toString(seen + 1).getBytes(), stat.getVersion());
            return;
        } catch (KeeperException.ConnectionLossException e) {
            return;
        } catch (KeeperException.BadVersionException e) {
            // once more
        }
    }
}
