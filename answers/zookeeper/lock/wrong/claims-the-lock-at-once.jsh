// caught by: one-holder-at-a-time
// It has its place in the queue, and says that its turn has come.
void work(String lock) throws Exception {
    String mine = zk.create(lock + "/n-", new byte[0], ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.EPHEMERAL_SEQUENTIAL);
    report("acquired");
    report("use");
    report("released");
    zk.delete(mine, -1);
}
