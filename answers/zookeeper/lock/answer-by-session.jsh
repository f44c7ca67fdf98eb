// Without a name of its own: the znode of a session is known by its owner. Events say whether a server answers.
boolean connected = true;
long owner(String path) throws Exception {
    Stat stat = zk.exists(path, false);
    return stat == null ? 0 : stat.getEphemeralOwner();
}
Optional<String> made(String lock) throws Exception {
    for (String name : zk.getChildren(lock, false)) {
        if (owner(lock + "/" + name) == zk.getSessionId()) return Optional.of(name);
    }
    return Optional.empty();
}
String enqueue(String lock) throws Exception {
    Optional<String> mine = Optional.empty();
    while (mine.isEmpty()) {
        try {
            mine = made(lock);
            if (mine.isEmpty()) zk.create(lock + "/n", null, ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.EPHEMERAL_SEQUENTIAL);
        } catch (KeeperException.ConnectionLossException lost) {
            Thread.sleep(10);
        }
    }
    return mine.get();
}
void work(String lock) throws Exception {
    zk.register(event -> connected = event.getState() == Watcher.Event.KeeperState.SyncConnected);
    String mine = enqueue(lock);
    Semaphore changed = new Semaphore(0);
    while (true) {
        TreeSet<String> queue = new TreeSet<>(zk.getChildren(lock, false));
        String before = queue.lower(mine);
        if (before == null) break;
        try {
            zk.getData(lock + "/" + before, event -> changed.release(), null);
            changed.acquire();
        } catch (KeeperException.NoNodeException gone) {
            continue;
        }
    }
    report("acquired");
    if (connected) {
        report("use");
        report("released");
        zk.delete(lock + "/" + mine, -1);
    }
}
