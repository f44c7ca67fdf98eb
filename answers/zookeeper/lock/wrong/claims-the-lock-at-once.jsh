// caught by: one-holder-at-a-time
// It has its place in the queue, whether it has heard so or not, and says that its turn has come.
void work(String lock) throws Exception {
    try {
        zk.create(lock + "/n-", new byte[0], ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.EPHEMERAL_SEQUENTIAL);
    } catch (KeeperException.ConnectionLossException unheard) {
        System.out.println("nobody has answered");
    }
    report("acquired");
    report("use");
    report("released");
    zk.close();
}
