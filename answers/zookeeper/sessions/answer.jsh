// The least that is granted is 2 ticks of 500 ms; the znode stays as long, whatever was asked for.
/predict timeout-granted 1000
/predict gone-after 1000
// One client for each session: it sits out every Disconnected, and ends with Expired.
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
