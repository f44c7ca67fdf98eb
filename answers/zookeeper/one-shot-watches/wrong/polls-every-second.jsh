// caught by: asks-only-when-told
// A watch is there, and nobody listens to it: the value is read once in a second.
void follow(String path) throws Exception {
    Watcher deaf = event -> { };
    while (true) {
        report("value", new String(zk.getData(path, deaf, null)));
        Thread.sleep(900);
    }
}
