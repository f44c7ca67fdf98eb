// caught by: one-ephemeral-is-registered
// Names are new in each attempt; this one belongs to another one.
/predict timeout-granted 1000
/predict gone-after 1000
void keepRegistered(String folder) throws Exception {
    ZooKeeper client = new ZooKeeper(connectString(), 6000, event -> {});
    client.create("/members-4f2a/member-", new byte[0], ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.EPHEMERAL_SEQUENTIAL);
    new CountDownLatch(1).await();
}
