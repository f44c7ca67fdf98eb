// caught by: no-lost-reply-is-counted-twice
// A connection that is lost for a moment ends the whole program.
void increment(String path) throws Exception {
    while (true) {
        try {
            Stat stat = new Stat();
            int seen = Integer.parseInt(new String(zk.getData(path, false, stat)));
            zk.setData(path, Integer.toString(seen + 1).getBytes(), stat.getVersion());
            return;
        } catch (KeeperException.ConnectionLossException e) {
            System.exit(1);
        } catch (KeeperException.BadVersionException e) {
            // once more
        }
    }
}
