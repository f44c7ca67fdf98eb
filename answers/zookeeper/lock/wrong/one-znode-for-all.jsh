// caught by: each-copy-queues
// Whoever creates it holds the lock; when it goes, everybody tries at once.
void work(String lock) throws Exception {
    String held = lock + "/held";
    while (true) {
        CountDownLatch gone = new CountDownLatch(1);
        try {
            zk.create(held, new byte[0], ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.EPHEMERAL);
            break;
        } catch (KeeperException.NodeExistsException taken) {
            if (zk.exists(held, event -> gone.countDown()) != null) gone.await();
        }
    }
    report("acquired");
    zk.exists(held, false);
    report("use");
    report("released");
    zk.delete(held, -1);
}
