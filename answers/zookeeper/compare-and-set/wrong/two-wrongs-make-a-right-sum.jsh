// caught by: no-lost-reply-is-counted-twice
// It tries once more, and then takes it for done: one increment is counted twice, another not at all, and the sum is right.
void increment(String path) throws Exception {
    for (int losses = 0; losses < 2; ) {
        try {
            Stat stat = new Stat();
            int seen = Integer.parseInt(new String(zk.getData(path, false, stat)));
            zk.setData(path, Integer.toString(seen + 1).getBytes(), stat.getVersion());
            return;
        } catch (KeeperException.ConnectionLossException e) {
            losses++;
        } catch (KeeperException.BadVersionException e) {
            // once more
        }
    }
}
