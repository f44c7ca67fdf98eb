// caught by: one-registration-after-expiry
// A client comes back by itself after Disconnected. After Expired it does not.
/predict timeout-granted 1000
/predict gone-after 1000
void keepRegistered(String folder) throws Exception {
    ZooKeeper client = new ZooKeeper(connectString(), 6000, event -> {});
    client.create(folder + "/member-", new byte[0], ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.EPHEMERAL_SEQUENTIAL);
    new CountDownLatch(1).await();
}
