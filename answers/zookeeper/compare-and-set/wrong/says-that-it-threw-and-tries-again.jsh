// caught by: no-lost-reply-is-counted-twice
// It says for the lab that the increment was left open, and then makes it again all the same.
void increment(String path) throws Exception {
    while (true) {
        try {
            Stat stat = new Stat();
            int seen = Integer.parseInt(new String(zk.getData(path, false, stat)));
            zk.setData(path, Integer.toString(seen + 1).getBytes(), stat.getVersion());
            return;
        } catch (KeeperException.ConnectionLossException e) {
            quorumbook.agent.Reports.report("increment threw", "ConnectionLossException");
        } catch (KeeperException.BadVersionException e) {
            // once more
        }
    }
}
