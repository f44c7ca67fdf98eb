// caught by: one-is-woken-at-a-time
// Nobody tells it that the one before is gone: it asks twenty times a second.
// A lost connection comes back, or the session is over: then zk says so.
<T> T again(Callable<T> call) throws Exception {
    while (true) {
        try {
            return call.call();
        } catch (KeeperException.ConnectionLossException lost) {
            Thread.sleep(10);
        }
    }
}
List<String> queue(String lock) throws Exception {
    List<String> names = new ArrayList<>(again(() -> zk.getChildren(lock, false)));
    names.sort(Comparator.comparing(name -> name.substring(name.length() - 10)));
    return names;
}
String enqueue(String lock) throws Exception {
    String own = UUID.randomUUID().toString();
    while (true) {
        try {
            String path = zk.create(lock + "/" + own + "-", new byte[0],
                    ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.EPHEMERAL_SEQUENTIAL);
            return path.substring(lock.length() + 1);
        } catch (KeeperException.ConnectionLossException lost) {
            for (String name : queue(lock)) {
                if (name.startsWith(own)) return name;
            }
        }
    }
}
void await(String lock, String mine) throws Exception {
    while (queue(lock).indexOf(mine) != 0) {
        Thread.sleep(50);
    }
}
void work(String lock) throws Exception {
    String mine = enqueue(lock);
    await(lock, mine);
    report("acquired");
    // Throws if nobody answers, or if the session is over.
    if (zk.exists(lock + "/" + mine, false) == null) return;
    report("use");
    report("released");
    zk.delete(lock + "/" + mine, -1);
}
