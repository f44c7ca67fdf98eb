// A class, reads that are tried again after a lost connection, and a first attempt that was replaced.
void increment(String path) throws Exception {
    zk.setData(path, new byte[0], -1);
}
record Counter(String path) {
    byte[] read(Stat stat) throws Exception {
        while (true) {
            try {
                return zk.getData(path, false, stat);
            } catch (KeeperException.ConnectionLossException e) {
                // Reading twice harms nobody.
                Thread.sleep(20);
            }
        }
    }
    void add(int more) throws Exception {
        for (boolean done = false; !done; ) {
            Stat stat = new Stat();
            int seen = Integer.parseInt(new String(read(stat)));
            try {
                zk.setData(path, ("" + (seen + more)).getBytes(), stat.getVersion());
                done = true;
            } catch (KeeperException.BadVersionException e) {
                done = false;
            }
        }
    }
}
void increment(String path) throws Exception {
    new Counter(path).add(1);
}
