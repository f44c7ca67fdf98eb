// caught by: asks-only-when-told
// Many watches are no safer than one, and each change costs the server many requests.
void follow(String path) throws Exception {
    BlockingQueue<WatchedEvent> events = new LinkedBlockingQueue<>();
    while (true) {
        for (int once = 0; once < 20; once++) {
            zk.exists(path, events::add);
        }
        report("value", new String(zk.getData(path, false, null)));
        events.take();
    }
}
