// caught by: newest-value-is-reported
// The event says that there is a new value; what is reported is the one known until then.
void follow(String path) throws Exception {
    BlockingQueue<WatchedEvent> events = new LinkedBlockingQueue<>();
    String known = new String(zk.getData(path, events::add, null));
    report("value", known);
    while (true) {
        events.take();
        String next = new String(zk.getData(path, events::add, null));
        report("value", known);
        known = next;
    }
}
