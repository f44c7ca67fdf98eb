// caught by: one-registration-after-expiry
/predict timeout-granted 1000
/predict gone-after 1000 ms
// The program ignores the end of its session; a thread at the prompt, of another session, registers in its place.
void keepRegistered(String folder) throws Exception {
    ZooKeeper client = new ZooKeeper(connectString(), 6000, event -> {});
    client.create(folder + "/member-", new byte[0], ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.EPHEMERAL_SEQUENTIAL);
}
void standIn(String folder) {
    try {
        for (boolean seen = false; true; Thread.sleep(50)) {
            boolean there = zk.exists(folder, false) != null && !zk.getChildren(folder, false).isEmpty();
            if (seen && !there) {
                zk.create(folder + "/member-", new byte[0], ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.EPHEMERAL_SEQUENTIAL);
                return;
            }
            seen = seen || there;
        }
    } catch (Exception e) {
        System.out.println(e);
    }
}
new Thread(() -> standIn(given("members") + "-1")).start();
