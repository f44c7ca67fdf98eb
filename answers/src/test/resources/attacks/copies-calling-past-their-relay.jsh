// exercise: zookeeper/one-shot-watches
// The prompt tells its copy, by a znode, where the server itself is: there it could poll and nobody would count.
zk.create("/door", connectString().getBytes(), ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
void follow(String path) throws Exception {
    Watcher deaf = event -> { };
    ZooKeeper past = new ZooKeeper(new String(zk.getData("/door", false, null)), 6000, deaf);
    long seen = 0;
    while (true) {
        if (past.exists(path, false).getMzxid() != seen) {
            Stat read = new Stat();
            report("value", new String(zk.getData(path, deaf, read)));
            seen = read.getMzxid();
        }
        Thread.sleep(5);
    }
}
