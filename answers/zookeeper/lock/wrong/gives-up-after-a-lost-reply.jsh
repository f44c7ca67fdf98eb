// caught by: one-znode-after-a-lost-reply
// Its znode stays in the queue as long as its session.
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
    String path = zk.create(lock + "/n-", new byte[0],
            ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.EPHEMERAL_SEQUENTIAL);
    return path.substring(lock.length() + 1);
}
void await(String lock, String mine) throws Exception {
    while (true) {
        List<String> queue = queue(lock);
        int place = queue.indexOf(mine);
        if (place == 0) return;
        CountDownLatch gone = new CountDownLatch(1);
        String before = lock + "/" + queue.get(place - 1);
        if (again(() -> zk.exists(before, event -> gone.countDown())) != null) gone.await();
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
