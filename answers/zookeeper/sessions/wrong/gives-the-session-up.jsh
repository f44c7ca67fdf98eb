// caught by: same-session-after-a-cut
// Careful not to be there twice, it is not there at all for seconds, and all for a hiccup of the network.
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
        ZooKeeper client = new ZooKeeper(connectString(), 4000, watcher);
        while (!client.getState().isConnected()) {
            Thread.sleep(20);
        }
        client.create(folder + "/member-", new byte[0], ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.EPHEMERAL_SEQUENTIAL);
        lost.await();
        client.close(100);
        Thread.sleep(20_000);
    }
}
