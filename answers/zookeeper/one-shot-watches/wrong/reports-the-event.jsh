// caught by: values-were-read
// An event says what has changed, not to what.
void follow(String path) throws Exception {
    BlockingQueue<WatchedEvent> events = new LinkedBlockingQueue<>();
    while (true) {
        report("value", new String(zk.getData(path, events::add, null)));
        report("value", events.take().getPath());
    }
}
