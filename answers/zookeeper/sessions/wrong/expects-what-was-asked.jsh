// caught by: you-foretold-the-timeout
// The client asks, the server decides.
/predict timeout-granted $asked
/predict gone-after 1000
void keepRegistered(String folder) throws Exception {
    while (true) {
        CountDownLatch expired = new CountDownLatch(1);
        Watcher watcher = event -> {
            if (event.getState() == Watcher.Event.KeeperState.Expired) {
                expired.countDown();
            }
        };
        try (ZooKeeper client = new ZooKeeper(connectString(), 6000, watcher)) {
            client.create(folder + "/member-", new byte[0], ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.EPHEMERAL_SEQUENTIAL);
            expired.await();
        }
    }
}
