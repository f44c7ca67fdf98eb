// caught by: values-were-read
// What is known from before is no news: it was not read again.
void follow(String path) throws Exception {
    BlockingQueue<WatchedEvent> events = new LinkedBlockingQueue<>();
    Watcher watcher = events::add;
    String known = new String(zk.getData(path, watcher, null));
    report("value", known);
    while (true) {
        events.take();
        report("value", known);
        known = new String(zk.getData(path, watcher, null));
        report("value", known);
    }
}
