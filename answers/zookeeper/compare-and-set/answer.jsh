void increment(String path) throws Exception {
    while (true) {
        Stat stat = new Stat();
        int seen = Integer.parseInt(new String(zk.getData(path, false, stat)));
        try {
            zk.setData(path, Integer.toString(seen + 1).getBytes(), stat.getVersion());
            return;
        } catch (KeeperException.BadVersionException e) {
            // somebody was faster
        }
    }
}
