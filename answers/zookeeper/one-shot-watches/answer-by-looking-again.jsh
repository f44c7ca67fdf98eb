// Two requests are right too if the second one notices that the first is out of date. One watcher, so that one event comes.
void follow(String path) throws Exception {
    BlockingQueue<WatchedEvent> events = new LinkedBlockingQueue<>();
    Watcher watcher = events::add;
    while (true) {
        Stat read = new Stat();
        report("value", new String(zk.getData(path, false, read)));
        Stat now = zk.exists(path, watcher);
        if (now.getMzxid() == read.getMzxid()) {
            events.take();
        }
    }
}
