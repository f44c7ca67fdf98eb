// caught by: never-two-at-once
// The old session lives on, and so does its znode when the new one comes.
/predict timeout-granted 1000
/predict gone-after 1000
void keepRegistered(String folder) throws Exception {
    while (true) {
        CountDownLatch lost = new CountDownLatch(1);
        Watcher watcher = event -> {
            if (event.getState() == Watcher.Event.KeeperState.Disconnected) {
                lost.countDown();
            }
        };
        ZooKeeper client = new ZooKeeper(connectString(), 6000, watcher);
        while (!client.getState().isConnected()) {
            Thread.sleep(20);
        }
        client.create(folder + "/member-", new byte[0], ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.EPHEMERAL_SEQUENTIAL);
        lost.await();
    }
}
