// caught by: first-value-is-reported
// Names are new in each attempt; this one belongs to another one.
void follow(String path) throws Exception {
    BlockingQueue<WatchedEvent> events = new LinkedBlockingQueue<>();
    while (true) {
        report("value", new String(zk.getData("/price-4f2a", events::add, null)));
        events.take();
    }
}
