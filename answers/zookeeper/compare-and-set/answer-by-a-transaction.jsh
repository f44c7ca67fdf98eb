// Any write that names its version will do, in a transaction too.
Random pause = new Random();
boolean tries(String path) throws Exception {
    Stat stat = new Stat();
    long seen = Long.parseLong(new String(zk.getData(path, false, stat), StandardCharsets.UTF_8));
    try {
        zk.multi(List.of(
                Op.check(path, stat.getVersion()),
                Op.setData(path, Long.toString(seen + 1).getBytes(StandardCharsets.UTF_8), stat.getVersion())));
        return true;
    } catch (KeeperException.BadVersionException e) {
        return false;
    }
}
void increment(String path) throws Exception {
    while (!tries(path)) {
        Thread.sleep(pause.nextInt(5));
    }
}
increment(given("root") + "/visits");
