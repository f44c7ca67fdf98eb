// caught by: one-ephemeral-is-registered
// It survives everything, and says nothing.
/predict timeout-granted 1000
/predict gone-after 1000
void keepRegistered(String folder) throws Exception {
    ZooKeeper client = new ZooKeeper(connectString(), 6000, event -> {});
    client.create(folder + "/member-", new byte[0], ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT_SEQUENTIAL);
    new CountDownLatch(1).await();
}
