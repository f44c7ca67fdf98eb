// caught by: asks-only-when-told
// Each event wakes two watchers, and each of them sets two more.
void follow(String path) {
    try {
        Watcher again = event -> follow(path);
        Watcher onceMore = event -> follow(path);
        zk.exists(path, onceMore);
        report("value", new String(zk.getData(path, again, null)));
    } catch (KeeperException | InterruptedException e) {
        report("trouble", e);
    }
}
