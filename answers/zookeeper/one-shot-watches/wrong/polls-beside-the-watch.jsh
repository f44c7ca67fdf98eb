// caught by: asks-only-when-told
// The watch would do, and nobody trusts it.
void follow(String path) throws Exception {
    BlockingQueue<WatchedEvent> events = new LinkedBlockingQueue<>();
    Watcher watcher = events::add;
    while (true) {
        report("value", new String(zk.getData(path, watcher, null)));
        events.poll(200, TimeUnit.MILLISECONDS);
    }
}
