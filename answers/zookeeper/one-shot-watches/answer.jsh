// One request reads and sets the watch, so that nothing lies between the two.
void follow(String path) throws Exception {
    BlockingQueue<WatchedEvent> events = new LinkedBlockingQueue<>();
    while (true) {
        report("value", new String(zk.getData(path, events::add, null)));
        // Ups and downs of the connection come here too, and leave the watch where it is.
        while (events.take().getType() == Watcher.Event.EventType.None);
    }
}
