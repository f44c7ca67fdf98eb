// caught by: no-write-is-missed-between-requests
// What changes between the two requests is seen by neither.
void follow(String path) throws Exception {
    BlockingQueue<WatchedEvent> events = new LinkedBlockingQueue<>();
    while (true) {
        report("value", new String(zk.getData(path, false, null)));
        zk.exists(path, events::add);
        events.take();
    }
}
