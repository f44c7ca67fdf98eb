// caught by: one-ephemeral-is-registered
// Names are new in each attempt; this one belongs to another one.
void keepRegistered(String folder) throws Exception {
    ZooKeeper client = new ZooKeeper(connectString(), 6000, event -> {});
    client.create("/members-4f2a/member-", new byte[0], ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.EPHEMERAL_SEQUENTIAL);
    new CountDownLatch(1).await();
}
