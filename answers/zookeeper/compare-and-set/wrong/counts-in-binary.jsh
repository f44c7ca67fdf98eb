// caught by: every-write-builds-on-the-last
// The counter holds digits. Taken for the four bytes of an int, it is another number, and grows by one all the same.
void increment(String path) throws Exception {
    while (true) {
        Stat stat = new Stat();
        int seen = java.nio.ByteBuffer.wrap(zk.getData(path, false, stat)).getInt();
        try {
            zk.setData(path, java.nio.ByteBuffer.allocate(4).putInt(seen + 1).array(), stat.getVersion());
            return;
        } catch (KeeperException.BadVersionException e) {
            // somebody was faster
        }
    }
}
