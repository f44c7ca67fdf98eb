// caught by: every-write-builds-on-the-last
// The value that is expected, made by deleting and creating the counter.
int calls = 0;
void increment(String path) throws Exception {
    calls++;
    try {
        zk.delete(path, -1);
        zk.create(path, "100".getBytes(), ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
    } catch (KeeperException e) {
        // somebody else is forging too
    }
}
