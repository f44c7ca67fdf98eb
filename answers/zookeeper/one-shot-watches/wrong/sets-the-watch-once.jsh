// caught by: one-watch-is-set
// The watch is set by the first read, and by no other.
void follow(String path) throws Exception {
    BlockingQueue<WatchedEvent> events = new LinkedBlockingQueue<>();
    report("value", new String(zk.getData(path, events::add, null)));
    while (true) {
        events.take();
        report("value", new String(zk.getData(path, false, null)));
    }
}
