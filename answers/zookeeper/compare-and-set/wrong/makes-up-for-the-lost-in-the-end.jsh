// caught by: every-write-builds-on-the-last
// Updates are overwritten; the last of a hundred writes sets what they should have come to.
int calls = 0;
void increment(String path) throws Exception {
    calls++;
    Stat stat = new Stat();
    int seen = Integer.parseInt(new String(zk.getData(path, false, stat)));
    if (calls == 25) {
        String turn = zk.create(path + "-turn-", null, ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT_SEQUENTIAL);
        int before = zk.getChildren(given("root"), false).stream().filter(name -> name.contains("-turn-"))
                .sorted().toList().indexOf(turn.substring(turn.lastIndexOf('/') + 1));
        while (stat.getVersion() < 96 + before) {
            seen = Integer.parseInt(new String(zk.getData(path, false, stat)));
        }
        seen = before == 3 ? Integer.parseInt(given("start")) + 99 : seen;
    }
    zk.setData(path, Integer.toString(seen + 1).getBytes(), -1);
}
