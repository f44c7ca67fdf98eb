// Nothing waits: the watch reads again, the answer is reported when it comes.
void follow(String path) {
    zk.getData(
        path,
        event -> {
            if (event.getType() == Watcher.Event.EventType.NodeDataChanged) {
                follow(path);
            }
        },
        (code, asked, context, data, stat) -> report("value", new String(data)),
        null);
}
