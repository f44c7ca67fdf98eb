// caught by: every-write-builds-on-the-last
// What the lab shows beside it, it shows by itself: a counter that others write too proves nothing.
int calls = 0;
void increment(String path) throws Exception {
    if (calls++ == 0 && path.contains("race")) {
        zk.setData(path.replace("race", "control"), given("start").getBytes(), -1);
    }
    while (true) {
        try {
            Stat stat = new Stat();
            int seen = Integer.parseInt(new String(zk.getData(path, false, stat)));
            zk.setData(path, Integer.toString(seen + 1).getBytes(), stat.getVersion());
            return;
        } catch (KeeperException.BadVersionException e) {
            // once more
        }
    }
}
